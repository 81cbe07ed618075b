package org.yanqi.forms.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;

/** What every session gets: Chinese until switched, the page's language, and an answer to defects that is not a stack trace. */
@Component
class SessionStart implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SessionStart.class);
    private static final String LANGUAGE = SessionStart.class.getName() + ".language";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> {
            init.getSession().setLocale(Texts.CHINESE);
            init.getSession().setErrorHandler(SessionStart::answer);
        });
        event.getSource().addUIInitListener(init -> {
            var kept = init.getUI().getSession().getAttribute(LANGUAGE);
            var locale = Texts.ENGLISH.getLanguage().equals(kept) ? Texts.ENGLISH : Texts.CHINESE;
            init.getUI().setLocale(locale);
            Reconnecting.speak(init.getUI());
        });
        event.addIndexHtmlRequestListener(response -> {
            var session = response.getVaadinRequest() == null ? null : VaadinSession.getCurrent();
            var english = session != null && Texts.ENGLISH.getLanguage().equals(session.getAttribute(LANGUAGE));
            response.getDocument().attr("lang", english ? "en" : "zh-CN");
        });
    }

    /** Keeps the language for this session and draws the screen anew. */
    static void language(UI ui, String language) {
        ui.getSession().setAttribute(LANGUAGE, language);
        ui.getSession().setLocale(Texts.ENGLISH.getLanguage().equals(language) ? Texts.ENGLISH : Texts.CHINESE);
        ui.getPage().reload();
    }

    private static void answer(ErrorEvent event) {
        var reference = ErrorReference.next();
        var cause = root(event.getThrowable());
        var ui = UI.getCurrent();
        if (cause instanceof NotFound || cause instanceof NotAllowed) {
            LOG.warn("{} refused: {}", reference, cause.getMessage());
        } else {
            LOG.error("{} failed", reference, event.getThrowable());
        }
        if (ui == null) {
            return;
        }
        var key = cause instanceof NotFound
                ? "error.not-found.short"
                : cause instanceof NotAllowed
                        ? "error.not-allowed.short"
                        : cause instanceof ConcurrencyFailureException ? "error.conflict.short" : "error.defect.short";
        ui.access(() -> Toast.bad(ui.getTranslation(key, reference)));
    }

    private static Throwable root(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null
                && cause.getCause() != cause
                && !(cause instanceof NotFound
                        || cause instanceof NotAllowed
                        || cause instanceof ConcurrencyFailureException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}

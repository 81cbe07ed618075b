package org.yanqi.forms.component;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yanqi.process.outcome.NotAllowed;

/** 403 out of a use case. */
@AnonymousAllowed
@ParentLayout(PublicLayout.class)
public class NotAllowedPage extends ErrorPage implements HasErrorParameter<NotAllowed> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(NotAllowedPage.class);

    public NotAllowedPage() {
        super("error.not-allowed");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotAllowed> error) {
        var reference = ErrorReference.next();
        LOG.warn("{} not allowed: {}", reference, error.getException().getMessage());
        show(reference);
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}

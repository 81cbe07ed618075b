package org.yanqi.forms.component;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yanqi.process.outcome.NotFound;

/** 404: what was asked for does not exist, or not for this person. */
@AnonymousAllowed
@ParentLayout(PublicLayout.class)
public class MissingPage extends ErrorPage implements HasErrorParameter<NotFound> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(MissingPage.class);

    public MissingPage() {
        super("error.not-found");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> error) {
        var reference = ErrorReference.next();
        LOG.warn("{} not found: {}", reference, error.getException().getMessage());
        show(reference);
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}

package org.yanqi.forms.component;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 403: a screen of another role. */
@AnonymousAllowed
@ParentLayout(PublicLayout.class)
public class DeniedPage extends ErrorPage implements HasErrorParameter<AccessDeniedException> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(DeniedPage.class);

    public DeniedPage() {
        super("error.not-allowed");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        var reference = ErrorReference.next();
        LOG.warn("{} screen denied", reference);
        show(reference);
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}

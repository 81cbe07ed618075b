package org.yanqi.forms.component;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 500: a defect of ours. */
@AnonymousAllowed
@ParentLayout(PublicLayout.class)
public class DefectPage extends ErrorPage implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(DefectPage.class);

    public DefectPage() {
        super("error.defect");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        var reference = ErrorReference.next();
        LOG.error("{} a screen failed", reference, error.getException());
        show(reference);
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}

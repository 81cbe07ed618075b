package org.yanqi.forms.component;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 404: there is no such page. */
@AnonymousAllowed
@ParentLayout(PublicLayout.class)
public class NotFoundPage extends ErrorPage implements HasErrorParameter<NotFoundException> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(NotFoundPage.class);

    public NotFoundPage() {
        super("error.not-found");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        var reference = ErrorReference.next();
        LOG.info("{} no such page", reference);
        show(reference);
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}

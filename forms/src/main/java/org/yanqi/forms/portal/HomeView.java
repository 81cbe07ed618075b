package org.yanqi.forms.portal;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;

/** What needs the customer's attention. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
public class HomeView extends Page {
    private static final long serialVersionUID = 1L;

    public HomeView() {
        super("nav.home");
    }
}

package org.yanqi.forms.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import org.yanqi.process.account.Identity;
import org.yanqi.process.record.Actor;

/** Shows who acts and for whom; switches identity, changes the password, signs out. */
class IdentityMenu extends MenuBar {
    private static final long serialVersionUID = 1L;

    IdentityMenu(CurrentActor current, Actor actor) {
        setId("identity");
        addClassName("identity");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        getElement().setAttribute("aria-label", getTranslation("identity.menu"));
        var root = addItem(who(current, actor));
        root.setAriaLabel(getTranslation("identity.menu") + ": " + actor.name());
        var menu = root.getSubMenu();
        if (current.identities().size() > 1) {
            menu.addItem(
                    getTranslation("identity.switch"),
                    clicked -> UI.getCurrent().navigate("identity"));
        }
        menu.addItem(
                getTranslation("password.change.title"),
                clicked -> UI.getCurrent().navigate("password/change"));
        MenuItem out = menu.addItem(getTranslation("action.sign-out"), clicked -> current.signOut());
        out.setId("sign-out");
    }

    private Div who(CurrentActor current, Actor actor) {
        var name = new Span(actor.name());
        name.addClassName("who-name");
        var what = new Span(capacity(current, actor));
        what.addClassName("who-role");
        var both = new Div(name, what);
        both.addClassName("who");
        return both;
    }

    private String capacity(CurrentActor current, Actor actor) {
        var role = getTranslation("role." + actor.role().name());
        return current.identities().stream()
                .filter(one -> one.organisationName() != null
                        && one.organisation() != null
                        && one.organisation().equals(actor.organisation()))
                .map(Identity::organisationName)
                .findFirst()
                .map(organisation -> organisation + " · " + role)
                .orElse(role);
    }
}

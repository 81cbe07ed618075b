package org.yanqi.forms.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.PublicLayout;
import org.yanqi.process.account.Identity;

/** A person with several identities (administrator here, project leader there) chooses one. */
@Route(value = "identity", layout = PublicLayout.class)
@PermitAll
public class IdentityView extends Page {
    private static final long serialVersionUID = 1L;

    public IdentityView(CurrentActor current) {
        super("identity.title");
        addClassName("page-narrow");
        lead(getTranslation("identity.lead"));
        current.identities().forEach(identity -> add(choice(current, identity)));
    }

    private NativeButton choice(CurrentActor current, Identity identity) {
        var name = new Span(Format.text(identity.organisationName()));
        name.addClassName("choice-name");
        var role = new Span(getTranslation("role." + identity.role().name()));
        role.addClassName("choice-hint");
        var words = new Div(name, role);
        words.addClassName("choice-words");
        // Vaadin's own button shows one icon or one text; this one holds two lines beside an icon
        var button = new NativeButton("", clicked -> {
            current.choose(identity);
            UI.getCurrent().getPage().setLocation("./");
        });
        button.add(VaadinIcon.OFFICE.create(), words);
        button.addClassName("choice");
        return button;
    }
}

package org.yanqi.forms.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.Table;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.platform.Platform;

/** The catalogue of platforms that customers choose from. */
@Route(value = "admin/platforms", layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
public class PlatformsView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient Catalogue catalogue;
    private final Div list = new Div();

    public PlatformsView(CurrentActor current, Catalogue catalogue) {
        super("nav.platforms");
        this.current = current;
        this.catalogue = catalogue;
        lead(getTranslation("platforms.lead"));
        var enter = new Button(getTranslation("platforms.enter"), clicked -> edit(null));
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.setId("enter-platform");
        actions().add(enter);
        add(list);
        draw();
    }

    private void draw() {
        var all = catalogue.all(current.actor());
        var table = new Table("platforms.", "code", "name", "level", "region", "kind", "state", "act");
        for (var platform : all) {
            var code = new Span(platform.code());
            code.addClassName("mono");
            var change = new Button(getTranslation("action.edit"), clicked -> edit(platform));
            change.addThemeVariants(ButtonVariant.LUMO_SMALL);
            change.setAriaLabel(change.getText() + " " + platform.name());
            change.setId("edit-" + platform.code());
            table.row(
                    code,
                    new Span(platform.name()),
                    new Span(getTranslation("level." + platform.level())),
                    new Span(platform.region()),
                    new Span(PlatformKinds.name(this, platform.kind())),
                    platform.offered()
                            ? new Badge(getTranslation("platforms.offered"), Tone.GOOD)
                            : new Badge(getTranslation("platforms.not-offered"), Tone.NEUTRAL),
                    change);
        }
        list.removeAll();
        list.add(new Card(getTranslation("platforms.list", Format.number(all.size())), table));
    }

    private void edit(@Nullable Platform platform) {
        new EditPlatform(platform, changed -> catalogue.keep(current.actor(), changed), this::draw).open();
    }
}

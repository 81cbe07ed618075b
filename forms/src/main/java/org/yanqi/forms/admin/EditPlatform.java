package org.yanqi.forms.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.platform.Level;
import org.yanqi.process.platform.Platform;

/** Enters a platform or changes one; its code stays once it has one. */
class EditPlatform extends Dialog {
    private static final long serialVersionUID = 1L;

    private final ErrorSummary errors = new ErrorSummary();
    private final TextField code = new TextField(getTranslation("platforms.code"));
    private final TextField name = new TextField(getTranslation("platforms.name"));
    private final Select<Level> level = new Select<>();
    private final TextField region = new TextField(getTranslation("platforms.region"));
    private final TextField kind = new TextField(getTranslation("platforms.kind"));
    private final Checkbox offered = new Checkbox(getTranslation("platforms.offered"));

    EditPlatform(@Nullable Platform before, Function<Platform, Outcome<Platform>> keep, Runnable kept) {
        setHeaderTitle(getTranslation(before == null ? "platforms.enter" : "platforms.change"));
        setWidth("min(460px, 94vw)");
        level.setLabel(getTranslation("platforms.level"));
        level.setItems(Level.values());
        level.setItemLabelGenerator(one -> getTranslation("level." + one));
        level.setValue(Level.CITY);
        code.setHelperText(getTranslation("platforms.code.hint"));
        region.setHelperText(getTranslation("platforms.region.hint"));
        region.setAllowedCharPattern("[0-9]");
        code.setId("platform-code");
        name.setId("platform-name");
        region.setId("platform-region");
        errors.field("code", code);
        errors.field("name", name);
        errors.field("region", region);
        offered.setValue(true);
        if (before != null) {
            show(before);
        }
        var fields = new Div(errors, code, name, level, region, kind, offered);
        fields.addClassName("stack");
        add(fields);
        var yes = new Button(getTranslation("action.save"), clicked -> keep(keep, kept));
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.setId("platform-save");
        var no = new Button(getTranslation("action.cancel"), clicked -> close());
        no.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(no, yes);
    }

    private void show(Platform before) {
        code.setValue(before.code());
        code.setReadOnly(true);
        name.setValue(before.name());
        level.setValue(before.level());
        region.setValue(before.region());
        kind.setValue(before.kind());
        offered.setValue(before.offered());
    }

    private void keep(Function<Platform, Outcome<Platform>> keep, Runnable kept) {
        var platform = new Platform(
                code.getValue().strip(),
                name.getValue().strip(),
                level.getValue(),
                region.getValue().strip(),
                kind.getValue().strip(),
                offered.getValue());
        if (keep.apply(platform) instanceof Outcome.Refused<Platform> refused) {
            errors.show(refused.reasons());
        } else {
            Toast.good(getTranslation("platforms.kept"));
            close();
            kept.run();
        }
    }
}

package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.process.outcome.Refusal;

/** Asks why, before something that goes on the record with a reason. */
class ReasonDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    protected final ErrorSummary errors = new ErrorSummary();
    protected final Div fields = new Div();
    protected final TextArea reason = new TextArea();

    /**
     * @param prefix of the keys {@code .title}, {@code .text}, {@code .yes}
     * @param required whether an empty reason is refused here already
     * @param yes gets the reason
     */
    ReasonDialog(String prefix, boolean required, Consumer<String> yes) {
        this(prefix, (dialog, why) -> {
            if (required && why.isBlank()) {
                dialog.errors.show(List.of(Refusal.at("reason", "refusal.reason-missing")));
            } else {
                dialog.close();
                yes.accept(why);
            }
        });
    }

    /** @param yes gets this dialog and the reason, and closes it if all is well */
    ReasonDialog(String prefix, BiConsumer<ReasonDialog, String> yes) {
        setHeaderTitle(getTranslation(prefix + ".title"));
        setWidth("min(480px, 94vw)");
        reason.setLabel(getTranslation("desk.reason"));
        reason.setId("dialog-reason");
        reason.setWidthFull();
        reason.setMaxLength(300);
        errors.field("reason", reason);
        fields.addClassName("stack");
        fields.add(new Paragraph(getTranslation(prefix + ".text")), errors, reason);
        add(fields);
        var confirm = new Button(getTranslation(prefix + ".yes"), clicked -> yes.accept(this, reason.getValue()));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setId("dialog-yes");
        var cancel = new Button(getTranslation("action.cancel"), clicked -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, confirm);
    }

    void refuse(List<Refusal> reasons) {
        errors.show(reasons);
    }
}

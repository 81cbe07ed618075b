package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import java.util.function.Function;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.invoicing.Invoice;
import org.yanqi.process.outcome.Outcome;

/** Sends an electronic invoice once more, to the address given. */
class SendAgain extends Dialog {
    private static final long serialVersionUID = 1L;

    SendAgain(Invoice invoice, Function<String, Outcome<Invoice>> send, Runnable sent) {
        setHeaderTitle(getTranslation("desk.send-again"));
        setWidth("min(440px, 94vw)");
        var errors = new ErrorSummary();
        var email = new EmailField(getTranslation("invoice.email"));
        email.setId("send-again-email");
        email.setWidthFull();
        email.setValue(invoice.email() == null ? "" : invoice.email());
        errors.field("email", email);
        add(new Div(errors, email));
        var yes = new Button(getTranslation("invoice.send"), clicked -> {
            if (send.apply(email.getValue()) instanceof Outcome.Refused<Invoice> refused) {
                errors.show(refused.reasons());
            } else {
                Toast.good(getTranslation("invoice.sent"));
                close();
                sent.run();
            }
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var cancel = new Button(getTranslation("action.cancel"), clicked -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, yes);
    }
}

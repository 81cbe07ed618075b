package org.yanqi.forms.desk;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.List;
import java.util.UUID;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.certificate.RevokeCertificate;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Asks for a revocation, with its cause and a reason; a supervisor decides. */
final class AskRevocation {
    private AskRevocation() {}

    static ReasonDialog dialog(Actor actor, UUID certificate, RevokeCertificate revocations, Runnable done) {
        var cause = new RadioButtonGroup<Reason>();
        var dialog = new ReasonDialog("revocation.ask", (window, why) -> {
            var asked = revocations.ask(actor, certificate, cause.getValue(), why);
            if (asked instanceof Outcome.Refused<?> refused) {
                window.refuse(refused.reasons());
            } else {
                window.close();
                Toast.good(window.getTranslation("revocation.asked-for"));
                done.run();
            }
        });
        cause.setLabel(dialog.getTranslation("revocation.cause"));
        cause.setId("cause");
        cause.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        cause.setItems(List.of(Reason.KEY_COMPROMISE, Reason.CESSATION_OF_OPERATION, Reason.UNSPECIFIED));
        cause.setItemLabelGenerator(one -> dialog.getTranslation("cause." + one));
        dialog.errors.field("cause", cause);
        dialog.fields.addComponentAtIndex(2, cause);
        return dialog;
    }
}

package org.yanqi.forms.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Refusals;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.renewal.RenewableCertificates;
import org.yanqi.process.renewal.StartRenewal;

/** Starts renewals from any screen, and asks for the review of a certificate that lapsed too long ago. */
@Component
class BeginRenewal {
    private static final int LONGEST = 500;

    private final CurrentActor current;
    private final StartRenewal start;
    private final RenewableCertificates renewable;

    BeginRenewal(CurrentActor current, StartRenewal start, RenewableCertificates renewable) {
        this.current = current;
        this.start = start;
        this.renewable = renewable;
    }

    /** @param certificates ticked beforehand; may be empty */
    void begin(List<UUID> certificates) {
        var ui = UI.getCurrent();
        var outcome = start.start(current.actor(), certificates);
        if (outcome instanceof Outcome.Accepted<UUID> accepted) {
            ui.navigate("renewal/" + accepted.value());
        } else if (outcome instanceof Outcome.Refused<UUID> refused) {
            Toast.bad(Refusals.text(ui, refused));
        }
    }

    void askReview(UUID certificate) {
        var ui = UI.getCurrent();
        var errors = new ErrorSummary();
        var explanation = new TextArea(ui.getTranslation("review.explanation"));
        explanation.setMaxLength(LONGEST);
        explanation.setWidthFull();
        explanation.setRequiredIndicatorVisible(true);
        errors.field("explanation", explanation);
        var dialog = new Dialog(new Paragraph(ui.getTranslation("review.text")), errors, explanation);
        dialog.setHeaderTitle(ui.getTranslation("review.ask"));
        dialog.setWidth("min(520px, 94vw)");
        var ask = new Button(ui.getTranslation("review.send"), clicked -> {
            if (explanation.getValue().isBlank()) {
                errors.show(List.of(Refusal.at("explanation", "review.explanation.missing")));
            } else if (renewable.askReview(
                            current.actor(), certificate, explanation.getValue().strip())
                    instanceof Outcome.Refused<UUID> refused) {
                errors.show(refused.reasons());
            } else {
                dialog.close();
                Toast.good(ui.getTranslation("review.sent"));
            }
        });
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(ui.getTranslation("action.cancel"), clicked -> dialog.close()), ask);
        dialog.open();
    }
}

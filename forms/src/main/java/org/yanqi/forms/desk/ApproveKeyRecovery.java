package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.KeyRecoveries;

/** The second person on the recovery of an encryption key; never the one who asked. */
class ApproveKeyRecovery extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient KeyRecoveries recoveries;
    private final TextArea reason = reason("reason", "recovery.answer");

    ApproveKeyRecovery(ItemContext context, KeyRecoveries recoveries, Certificates certificates) {
        super(context);
        this.recoveries = recoveries;
        var recovery = recoveries.one(context.actor(), context.subject());
        var pair = certificates.one(context.actor(), recovery.certificate());
        add(
                errors,
                new Paragraph(getTranslation("recovery.how")),
                new Facts()
                        .fact(getTranslation("certificate.holder"), pair.holderName())
                        .fact(getTranslation("certificate.serial"), new Copyable(pair.serial()))
                        .fact(getTranslation("certificate.key"), new Copyable(pair.keySerial()))
                        .fact(getTranslation("recovery.asked-by"), recovery.askedBy())
                        .fact(getTranslation("recovery.asked"), Format.dateTime(recovery.asked())),
                new Callout(Tone.NOTICE, getTranslation("recovery.reason"), Format.text(recovery.reason())));
        if (context.actor().account().equals(recovery.askedBy())) {
            add(new Callout(Tone.WARNING, getTranslation("recovery.own.title"), getTranslation("recovery.own.text")));
            return;
        }
        var decline = new Button(getTranslation("recovery.no"), clicked -> decide(false));
        decline.addThemeVariants(ButtonVariant.LUMO_ERROR);
        decline.setId("decline");
        add(reason, buttons(submit("recovery.yes", () -> decide(true)), decline));
    }

    private void decide(boolean approved) {
        finish(recoveries.decide(context.actor(), context.id(), approved, reason.getValue()));
    }
}

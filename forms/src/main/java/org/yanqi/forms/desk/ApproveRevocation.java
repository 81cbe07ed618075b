package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextArea;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.RevokeCertificate;

/** The second pair of eyes on a revocation; never the one who asked for it. */
class ApproveRevocation extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient RevokeCertificate revocations;
    private final TextArea reason;

    ApproveRevocation(ItemContext context, RevokeCertificate revocations, Certificates certificates) {
        super(context);
        this.revocations = revocations;
        var revocation = revocations.one(context.actor(), context.subject());
        var pair = certificates.one(context.actor(), revocation.certificate());
        reason = reason("reason", "revocation.opinion");
        add(
                errors,
                new Callout(
                        Tone.DANGER, getTranslation("revocation.final.title"), getTranslation("revocation.final.text")),
                new Facts()
                        .fact(getTranslation("certificate.holder"), pair.holderName())
                        .fact(getTranslation("certificate.serial"), new Copyable(pair.serial()))
                        .fact(getTranslation("certificate.key"), new Copyable(pair.keySerial()))
                        .fact(getTranslation("certificate.until"), Format.date(pair.lastDay()))
                        .fact(getTranslation("revocation.cause"), getTranslation("cause." + revocation.cause()))
                        .fact(getTranslation("revocation.reason"), revocation.reason())
                        .fact(getTranslation("revocation.asked-by"), revocation.askedBy())
                        .fact(getTranslation("revocation.asked"), Format.dateTime(revocation.asked())));
        if (context.actor().account().equals(revocation.askedBy())) {
            add(new Callout(
                    Tone.WARNING, getTranslation("revocation.own.title"), getTranslation("revocation.own.text")));
            return;
        }
        var decline = new Button(getTranslation("revocation.decline"), clicked -> decide(false));
        decline.setId("decline");
        var approve = submit("revocation.approve", () -> decide(true));
        approve.addThemeVariants(ButtonVariant.LUMO_ERROR);
        add(reason, buttons(approve, decline));
    }

    private void decide(boolean approved) {
        finish(revocations.decide(context.actor(), context.id(), approved, reason.getValue()));
    }
}

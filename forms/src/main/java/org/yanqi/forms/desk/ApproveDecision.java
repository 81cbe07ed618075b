package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextArea;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.payment.PaymentExceptions;

/** The second pair of eyes on a refund, a transfer or a dismissal; never the one who decided (R14). */
class ApproveDecision extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient PaymentExceptions exceptions;
    private final TextArea reason;

    ApproveDecision(ItemContext context, PaymentExceptions exceptions) {
        super(context);
        this.exceptions = exceptions;
        var exception = exceptions.one(context.actor(), context.subject());
        var decision = exception.decision();
        var own = context.actor().account().equals(exception.decidedBy());
        reason = reason("reason", "approve.reason");
        add(
                errors,
                new Facts()
                        .fact(
                                getTranslation("approve.decision"),
                                decision == null ? Format.EMPTY : getTranslation("outcome." + decision))
                        .fact(getTranslation("approve.amount"), Format.money(exception.refundFen()))
                        .fact(getTranslation("approve.by"), Format.text(exception.decidedBy()))
                        .fact(getTranslation("approve.why"), Format.text(exception.reason())),
                new MoneyFacts(exception, context.theCase()));
        if (own) {
            add(new Callout(Tone.WARNING, getTranslation("approve.own.title"), getTranslation("approve.own.text")));
            return;
        }
        var decline = new Button(getTranslation("approve.no"), clicked -> decide(false));
        decline.addThemeVariants(ButtonVariant.LUMO_ERROR);
        decline.setId("decline");
        add(reason, buttons(submit("approve.yes", () -> decide(true)), decline));
    }

    private void decide(boolean approved) {
        finish(exceptions.approve(context.actor(), context.id(), approved, reason.getValue()));
    }
}

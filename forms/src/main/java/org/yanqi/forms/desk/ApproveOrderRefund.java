package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextArea;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.renewal.RefundOrder;

/** The second pair of eyes on an order's refund; never the one who decided (R14). */
class ApproveOrderRefund extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient RefundOrder refunds;
    private final TextArea reason = reason("reason", "approve.reason");

    ApproveOrderRefund(ItemContext context, RefundOrder refunds) {
        super(context);
        this.refunds = refunds;
        var refund = refunds.one(context.actor(), context.subject());
        add(
                errors,
                new Callout(
                        Tone.WARNING,
                        getTranslation("order-refund.consequences.title"),
                        getTranslation("order-refund.consequences.text")),
                new OrderRefundFacts(refund, context.theCase()));
        if (context.actor().account().equals(refund.decidedBy())) {
            add(new Callout(Tone.WARNING, getTranslation("approve.own.title"), getTranslation("approve.own.text")));
            return;
        }
        var decline = new Button(getTranslation("approve.no"), clicked -> decide(false));
        decline.addThemeVariants(ButtonVariant.LUMO_ERROR);
        decline.setId("decline");
        add(reason, buttons(submit("approve.yes", () -> decide(true)), decline));
    }

    private void decide(boolean approved) {
        finish(refunds.approve(context.actor(), context.id(), approved, reason.getValue()));
    }
}

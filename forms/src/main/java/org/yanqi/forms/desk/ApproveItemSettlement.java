package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextArea;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.rekey.ApproveSettlement;

/** The second pair of eyes on a paid certificate that is to be settled without a new one; never the one who decided (R6). */
class ApproveItemSettlement extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient ApproveSettlement settlements;
    private final TextArea reason = reason("reason", "approve.reason");

    ApproveItemSettlement(ItemContext context, ApproveSettlement settlements) {
        super(context);
        this.settlements = settlements;
        var proposal = settlements.proposal(context.actor(), context.subject());
        add(
                errors,
                new Callout(Tone.WARNING, getTranslation("settlement.title"), getTranslation("settlement.text")),
                new Facts()
                        .fact(getTranslation("settlement.decided-by"), proposal.decidedBy())
                        .fact(getTranslation("settlement.reason"), proposal.reason()));
        if (context.theCase() != null) {
            add(new ItemsTable(context.theCase(), proposal.rekey().item()));
        }
        if (context.actor().account().equals(proposal.decidedBy())) {
            add(new Callout(Tone.WARNING, getTranslation("approve.own.title"), getTranslation("approve.own.text")));
            return;
        }
        var decline = new Button(getTranslation("settlement.no"), clicked -> decide(false));
        decline.addThemeVariants(ButtonVariant.LUMO_ERROR);
        decline.setId("decline");
        add(reason, buttons(submit("approve.yes", () -> decide(true)), decline));
    }

    private void decide(boolean approved) {
        finish(settlements.approve(context.actor(), context.id(), approved, reason.getValue()));
    }
}

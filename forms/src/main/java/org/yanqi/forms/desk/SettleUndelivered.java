package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.notice.SettleLetter;

/** A letter whose address does not work: ask the customer for another, or tell them in another way. */
class SettleUndelivered extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient SettleLetter settle;
    private final RadioButtonGroup<String> outcome = outcomes("outcome", List.of("send-to", "told-otherwise"));
    private final EmailField email = new EmailField(getTranslation("letter.email"));
    private final TextArea reason = reason("reason", "desk.reason");

    SettleUndelivered(ItemContext context, SettleLetter settle) {
        super(context);
        this.settle = settle;
        var letter = settle.letter(context.actor(), context.id());
        email.setId("email");
        errors.field("email", email);
        outcome.setValue("send-to");
        outcome.addValueChangeListener(changed -> show());
        add(
                errors,
                new Callout(Tone.DANGER, getTranslation("letter.title"), new Paragraph(getTranslation("letter.text"))),
                new Facts()
                        .fact(getTranslation("notice.subject"), letter.subject())
                        .fact(getTranslation("notice.to"), Format.email(letter.to()))
                        .fact(getTranslation("notice.queued"), Format.dateTime(letter.queued())),
                outcome,
                email,
                reason,
                buttons(submit("item.submit", this::decide)));
        show();
    }

    private void show() {
        var again = "send-to".equals(outcome.getValue());
        email.setVisible(again);
        reason.setVisible(!again);
    }

    private void decide() {
        finish(
                "send-to".equals(outcome.getValue())
                        ? settle.sendTo(context.actor(), context.id(), email.getValue())
                        : settle.giveUp(context.actor(), context.id(), reason.getValue()));
    }
}

package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.util.List;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Table;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.rekey.OpenBidChoices;
import org.yanqi.process.rekey.Rekeys;
import org.yanqi.process.rekey.SettleRekey;

/** A platform says a bid is still unopened: go on with the customer's consent, or put the update off (R4). */
class HandleOpenBid extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient SettleRekey settle;
    private final RadioButtonGroup<String> outcome = outcomes("outcome", List.of("defer", "proceed"));
    private final DeferUntil until;
    private final TextArea reason = reason("reason", "desk.reason");

    HandleOpenBid(
            ItemContext context,
            Rekeys rekeys,
            OpenBidChoices bids,
            Catalogue catalogue,
            SettleRekey settle,
            Clock clock) {
        super(context);
        this.settle = settle;
        var rekey = rekeys.one(context.actor(), context.subject());
        until = new DeferUntil(clock, errors);
        outcome.addValueChangeListener(changed -> until.setVisible("defer".equals(changed.getValue())));
        outcome.setValue("defer");
        add(
                errors,
                new Callout(
                        Tone.WARNING,
                        getTranslation("open-bid.title"),
                        new Paragraph(getTranslation("open-bid.text"))));
        add(answers(context, bids, catalogue));
        if (context.theCase() != null) {
            add(new ItemsTable(context.theCase(), rekey.item()));
        }
        add(outcome, until, reason, buttons(submit("item.submit", this::decide)));
    }

    /** Which platform said what, and when. */
    private Table answers(ItemContext context, OpenBidChoices bids, Catalogue catalogue) {
        var table = new Table("open-bid.", "platform", "said", "project", "opens", "asked");
        for (var one : bids.answers(context.actor(), context.subject())) {
            var tone = switch (one.said()) {
                case NONE -> Tone.GOOD;
                case OPEN -> Tone.DANGER;
                case UNKNOWN -> Tone.WARNING;
            };
            table.row(
                    Table.text(catalogue.one(one.platform()).name()),
                    new Badge(getTranslation("open-bid.said." + one.said()), tone),
                    Table.text(one.project()),
                    Table.text(Format.dateTime(one.opensAt())),
                    Table.text(Format.dateTime(one.asked())));
        }
        return table;
    }

    private void decide() {
        finish(settle.openBid(
                context.actor(), context.id(), outcome.getValue(), reason.getValue(), until.chosen(outcome)));
    }
}

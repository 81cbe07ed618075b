package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Clock;
import java.util.List;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Countdown;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.account.InvoiceTitles;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.renewal.Draft;

/** Step 5: invoice and way of paying; the order is placed and its window runs. */
class ChooseInvoice extends StepPanel {
    private static final long serialVersionUID = 1L;

    private final InvoiceFields invoice;
    private final RadioButtonGroup<Channel> channel = new RadioButtonGroup<>();

    ChooseInvoice(StepContext context, InvoiceTitles titles, Organisations organisations, Clock clock) {
        super(context);
        var view = context.view();
        invoice = new InvoiceFields(context.actor(), view.organisation(), titles, errors, this::keep);
        if (view.paymentRefused() != null) {
            add(new Callout(Tone.DANGER, getTranslation("pay.refused.title"), getTranslation("pay.refused.text")));
        }
        channel.setLabel(getTranslation("pay.method"));
        channel.setItems(Channel.values());
        channel.setItemLabelGenerator(one -> getTranslation("channel." + one));
        channel.setId("channel");
        channel.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                keep();
            }
        });
        errors.field("channel", channel);
        var order = view.order();
        if (order != null) {
            add(new Card(
                    getTranslation("invoice.order"),
                    new Facts()
                            .fact(getTranslation("order.number"), new Copyable(order.number()))
                            .fact(getTranslation("order.amount"), Format.money(order.fen()))
                            .fact(
                                    getTranslation("order.pay-until"),
                                    new Countdown(order.payUntil(), clock.instant()))));
            var total = new Span(Format.money(order.fen()));
            total.addClassName("total");
            inBar(new Span(getTranslation("pay.due")), total);
        }
        add(
                new Card(getTranslation("invoice.choice"), invoice),
                new Card(getTranslation("pay.method.title"), channel),
                bar("invoice.go", false, this::next));
        if (context.draft().invoice() == null) {
            invoice.propose(organisations.one(view.organisation()));
        } else {
            invoice.show(context.draft().invoice());
        }
        channel.setValue(
                context.draft().channel() == null
                        ? Channel.WECHAT
                        : context.draft().channel());
    }

    private void keep() {
        errors.clear();
        var draft = context.draft();
        context.keep(new Draft(
                draft.certificates(),
                draft.platforms(),
                draft.finalRead(),
                draft.declared(),
                invoice.value(),
                channel.getValue()));
    }

    private void next() {
        var choice = invoice.value();
        if (choice == null) {
            errors.show(List.of(Refusal.at("wanted", "refusal.invoice-wanted-missing")));
        } else {
            walked(context.walk().chooseInvoice(context.actor(), context.renewal(), choice, channel.getValue()));
        }
    }
}

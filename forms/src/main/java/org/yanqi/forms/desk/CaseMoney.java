package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Table;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.Payments;
import org.yanqi.process.payment.ProviderAnswers;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.CaseView;
import org.yanqi.process.renewal.RefundOrder;

/** Attempts to pay, what did not fit, what went back, and what the providers said. */
class CaseMoney extends Div {
    private static final long serialVersionUID = 1L;

    CaseMoney(
            Actor actor,
            CaseView theCase,
            Payments payments,
            ProviderAnswers answers,
            RefundOrder refunds,
            Runnable redraw) {
        if (theCase.payments().isEmpty() && theCase.exceptions().isEmpty()) {
            add(new EmptyState(VaadinIcon.MONEY, getTranslation("payment.none")));
            return;
        }
        var attempts = new Table(
                "payment.", "number", "channel", "#asked", "#arrived", "state", "opened", "paid-at", "provider-number");
        var back = new Table("refund.", "number", "payment", "#amount", "reason", "state", "asked", "succeeded");
        var refunded = 0;
        var numbers = new ArrayList<String>();
        for (var payment : theCase.payments()) {
            numbers.add(payment.number());
            attempts.row(
                    new Copyable(payment.number()),
                    Table.text(getTranslation("channel." + payment.channel())),
                    Table.text(Format.money(payment.fen())),
                    Table.text(Format.money(payment.paidFen())),
                    DeskWords.badge(this, payment.state()),
                    Table.text(Format.dateTime(payment.opened())),
                    Table.text(Format.dateTime(payment.paid())),
                    Table.text(payment.providerNumber()));
            for (var refund : payments.refundsOf(payment.id())) {
                refunded++;
                numbers.add(refund.number());
                back.row(
                        new Copyable(refund.number()),
                        Table.text(payment.number()),
                        Table.text(Format.money(refund.fen())),
                        Table.text(refund.reason()),
                        Table.text(getTranslation("refund-state." + refund.state())),
                        Table.text(Format.dateTime(refund.asked())),
                        Table.text(Format.dateTime(refund.succeeded())));
            }
        }
        var card = new Card(getTranslation("payment.attempts"), attempts);
        if (mayRefund(actor, theCase)) {
            card.aside(refund(actor, theCase, refunds, redraw));
        }
        add(card);
        theCase.refunds()
                .forEach(refund ->
                        add(new Card(getTranslation("order-refund.card"), new OrderRefundFacts(refund, theCase))
                                .aside(DeskWords.badge(this, refund.state()))));
        theCase.exceptions().forEach(exception -> add(exception(exception, theCase)));
        if (refunded > 0) {
            add(new Card(getTranslation("refund.title"), back));
        }
        var told = answers.about(numbers);
        if (!told.isEmpty()) {
            add(new CaseAnswers(told));
        }
    }

    private static boolean mayRefund(Actor actor, CaseView theCase) {
        var order = theCase.renewal().order();
        return actor.is(Role.FINANCE)
                && order != null
                && (order.state() == OrderState.PAID || order.state() == OrderState.FULFILLED);
    }

    private Button refund(Actor actor, CaseView theCase, RefundOrder refunds, Runnable redraw) {
        var caseId = theCase.renewal().id();
        var button = new Button(
                getTranslation("order-refund.start"),
                clicked -> new RefundOrderDialog(
                                refunds.offers(actor, caseId),
                                (items, why) -> refunds.decide(actor, caseId, items, why),
                                redraw)
                        .open());
        button.setId("refund-order");
        return button;
    }

    private Card exception(PaymentException exception, CaseView theCase) {
        var decided = new Div(decision(exception));
        decided.addClassName("muted");
        return new Card(
                        getTranslation("exception.title", getTranslation("exception-kind." + exception.kind())),
                        new MoneyFacts(exception, theCase),
                        decided)
                .aside(DeskWords.badge(this, exception.state()));
    }

    private String decision(PaymentException exception) {
        if (exception.rule() != null) {
            return getTranslation("exception-rule." + exception.rule());
        }
        var decision = exception.decision();
        return (decision == null ? Format.EMPTY : getTranslation("outcome." + decision)) + " · "
                + Format.text(exception.decidedBy()) + " · " + Format.text(exception.reason());
    }
}

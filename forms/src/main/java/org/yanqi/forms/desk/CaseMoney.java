package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Table;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.Payments;
import org.yanqi.process.payment.ProviderAnswers;
import org.yanqi.process.renewal.CaseView;

/** Attempts to pay, what did not fit, what went back, and what the providers said. */
class CaseMoney extends Div {
    private static final long serialVersionUID = 1L;

    CaseMoney(CaseView theCase, Payments payments, ProviderAnswers answers) {
        if (theCase.payments().isEmpty() && theCase.exceptions().isEmpty()) {
            add(new EmptyState(VaadinIcon.MONEY, getTranslation("payment.none")));
            return;
        }
        var attempts = new Table(
                "payment.", "number", "channel", "#asked", "#arrived", "state", "opened", "paid-at", "provider-number");
        var refunds = new Table("refund.", "number", "payment", "#amount", "reason", "state", "asked", "succeeded");
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
                refunds.row(
                        new Copyable(refund.number()),
                        Table.text(payment.number()),
                        Table.text(Format.money(refund.fen())),
                        Table.text(refund.reason()),
                        Table.text(getTranslation("refund-state." + refund.state())),
                        Table.text(Format.dateTime(refund.asked())),
                        Table.text(Format.dateTime(refund.succeeded())));
            }
        }
        add(new Card(getTranslation("payment.attempts"), attempts));
        theCase.exceptions().forEach(exception -> add(exception(exception, theCase)));
        if (refunded > 0) {
            add(new Card(getTranslation("refund.title"), refunds));
        }
        var told = answers.about(numbers);
        if (!told.isEmpty()) {
            add(new CaseAnswers(told));
        }
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

package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.renewal.CaseView;

/** The evidence about money that does not fit, side by side: the order, our attempt, what the provider says. */
class MoneyFacts extends Div {
    private static final long serialVersionUID = 1L;

    MoneyFacts(PaymentException exception, @Nullable CaseView theCase) {
        addClassName("evidence");
        var order = theCase == null ? null : theCase.renewal().order();
        if (order == null) {
            add(part("evidence.order", new Facts().fact(getTranslation("case.number"), "")));
        } else {
            add(part(
                    "evidence.order",
                    new Facts()
                            .fact(getTranslation("case.number"), new Copyable(order.number()))
                            .fact(getTranslation("case.organisation"), order.organisationName())
                            .fact(getTranslation("order.state"), DeskWords.badge(this, order.state()))
                            .fact(getTranslation("evidence.expected"), Format.money(order.fen()))
                            .fact(getTranslation("order.placed"), Format.dateTime(order.placed()))
                            .fact(getTranslation("order.paid"), Format.dateTime(order.paid()))));
        }
        var payment = payment(exception, theCase);
        if (payment != null) {
            add(part(
                    "evidence.payment",
                    new Facts()
                            .fact(getTranslation("payment.number"), new Copyable(payment.number()))
                            .fact(getTranslation("payment.channel"), getTranslation("channel." + payment.channel()))
                            .fact(getTranslation("payment.state"), DeskWords.badge(this, payment.state()))
                            .fact(getTranslation("evidence.asked"), Format.money(payment.fen()))
                            .fact(getTranslation("payment.opened"), Format.dateTime(payment.opened()))
                            .fact(getTranslation("payment.provider-number"), Format.text(payment.providerNumber()))));
        }
        add(provider(exception));
    }

    private Section provider(PaymentException exception) {
        var expected = exception.expectedFen();
        var facts = new Facts()
                .fact(getTranslation("evidence.kind"), getTranslation("exception-kind." + exception.kind()))
                .fact(getTranslation("evidence.arrived"), Format.money(exception.fen()))
                .fact(
                        getTranslation("evidence.difference"),
                        expected == null ? Format.EMPTY : Format.money(exception.fen() - expected))
                .fact(getTranslation("evidence.opened"), Format.dateTime(exception.opened()));
        var part = part("evidence.provider", facts);
        if (!exception.evidence().isBlank()) {
            var raw = new Pre(exception.evidence());
            raw.addClassNames("mono", "raw");
            raw.getElement().setAttribute("tabindex", "0");
            raw.getElement().setAttribute("aria-label", getTranslation("evidence.raw"));
            part.add(raw);
        }
        return part;
    }

    private static @Nullable Payment payment(PaymentException exception, @Nullable CaseView theCase) {
        return theCase == null
                ? null
                : theCase.payments().stream()
                        .filter(one -> one.id().equals(exception.payment()))
                        .findFirst()
                        .orElse(null);
    }

    private Section part(String titleKey, Component facts) {
        return new Section(new H3(getTranslation(titleKey)), facts);
    }
}

package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Table;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.renewal.CaseView;

/** The evidence about money that does not fit, side by side: the order, our attempt, the provider's record; what differs stands out. */
class MoneyFacts extends Div {
    private static final long serialVersionUID = 1L;

    MoneyFacts(PaymentException exception, @Nullable CaseView theCase) {
        addClassName("stack");
        var expected = exception.expectedFen();
        add(new Facts()
                .fact(getTranslation("evidence.kind"), getTranslation("exception-kind." + exception.kind()))
                .fact(getTranslation("evidence.opened"), Format.dateTime(exception.opened()))
                .fact(
                        getTranslation("evidence.difference"),
                        expected == null ? Format.EMPTY : Format.money(exception.fen() - expected)));
        add(comparison(exception, theCase == null ? null : theCase.renewal().order(), payment(exception, theCase)));
        if (!exception.evidence().isBlank()) {
            var raw = new Pre(exception.evidence());
            raw.addClassNames("mono", "raw");
            raw.getElement().setAttribute("tabindex", "0");
            raw.getElement().setAttribute("aria-label", getTranslation("evidence.raw"));
            add(raw);
        }
    }

    private Table comparison(PaymentException exception, @Nullable Order order, @Nullable Payment payment) {
        var table = new Table("evidence.", "what", "order", "payment", "provider");
        table.addClassName("comparison");
        row(
                table,
                "number",
                false,
                order == null ? null : order.number(),
                payment == null ? null : payment.number(),
                exception.number());
        row(
                table,
                "amount",
                true,
                order == null ? null : Format.money(order.fen()),
                payment == null ? null : Format.money(payment.fen()),
                Format.money(exception.fen()));
        row(
                table,
                "channel",
                true,
                null,
                payment == null ? null : getTranslation("channel." + payment.channel()),
                getTranslation("channel." + exception.channel()));
        row(
                table,
                "provider-number",
                true,
                null,
                payment == null ? null : payment.providerNumber(),
                exception.providerNumber());
        row(
                table,
                "state",
                false,
                order == null ? null : getTranslation("order-state." + order.state()),
                payment == null ? null : getTranslation("payment-state." + payment.state()),
                null);
        row(
                table,
                "time",
                false,
                order == null ? null : Format.dateTime(order.placed()) + "～" + Format.dateTime(order.payUntil()),
                payment == null ? null : Format.dateTime(payment.opened()),
                Format.dateTime(exception.paid()));
        row(table, "payer", true, null, payment == null ? null : payment.payer(), exception.payer());
        return table;
    }

    /** @param compared whether values that are there must be the same */
    private void row(
            Table table,
            String what,
            boolean compared,
            @Nullable String order,
            @Nullable String payment,
            @Nullable String provider) {
        var differs = compared
                && Arrays.asList(order, payment, provider).stream()
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()
                        > 1;
        var name = new Span(getTranslation("evidence.row." + what));
        if (differs) {
            var mark = new Span(getTranslation("evidence.differs"));
            mark.addClassNames("differs-mark", "small");
            name.add(mark);
        }
        table.row(name, Table.text(order), Table.text(payment), Table.text(provider))
                .setClassName("differs", differs);
    }

    private static @Nullable Payment payment(PaymentException exception, @Nullable CaseView theCase) {
        return theCase == null
                ? null
                : theCase.payments().stream()
                        .filter(one -> one.id().equals(exception.payment()))
                        .findFirst()
                        .orElse(null);
    }
}

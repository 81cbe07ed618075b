package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.ChineseAmount;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.Table;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.payment.PaymentState;
import org.yanqi.process.payment.Payments;
import org.yanqi.process.payment.Refund;
import org.yanqi.process.platform.Catalogue;

/** One order: its certificates with old and new platforms, its payments, and the way on. */
@Route(value = "orders", layout = MainLayout.class)
@RolesAllowed({"HOLDER", "ORGANISATION_ADMINISTRATOR"})
public class OrderView extends Page implements HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;
    private static final Set<PaymentState> SHOWN =
            Set.of(PaymentState.SUCCEEDED, PaymentState.REFUNDED, PaymentState.FROZEN);

    private final transient CurrentActor current;
    private final transient Orders orders;
    private final transient Payments payments;
    private final transient Catalogue catalogue;

    public OrderView(CurrentActor current, Orders orders, Payments payments, Catalogue catalogue) {
        super("order.title");
        this.current = current;
        this.orders = orders;
        this.payments = payments;
        this.catalogue = catalogue;
    }

    @Override
    public void setParameter(BeforeEvent event, String number) {
        var order = orders.visibleTo(current.actor()).stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new NotFound("no such order"));
        getChildren().skip(1).toList().forEach(this::remove);
        heading(getTranslation("order.heading", order.number()));
        actions().removeAll();
        way(order);
        add(facts(order));
        order.items().forEach(item -> add(item(item)));
        payments.ofOrder(order.id()).stream()
                .filter(payment -> SHOWN.contains(payment.state()))
                .forEach(payment -> add(payment(payment, payments.refundsOf(payment.id()))));
    }

    private void way(Order order) {
        if (order.state() == OrderState.PLACED
                || order.state() == OrderState.PAID
                || order.state() == OrderState.FULFILLED) {
            var link = new Anchor("renewal/" + order.caseId(), getTranslation("order.go." + order.state()));
            link.addClassName("button-link");
            actions().add(link);
        }
    }

    private Card facts(Order order) {
        return new Card(
                        getTranslation("order.facts"),
                        new Facts()
                                .fact(getTranslation("order.number"), new Copyable(order.number()))
                                .fact(getTranslation("order.organisation"), order.organisationName())
                                .fact(getTranslation("order.placed"), Format.dateTime(order.placed()))
                                .fact(getTranslation("order.paid"), Format.dateTime(order.paid()))
                                .fact(getTranslation("order.amount"), Format.money(order.fen()))
                                .fact(getTranslation("invoice.words"), ChineseAmount.of(order.fen())))
                .aside(Words.state(this, order.state()));
    }

    private Card item(OrderItem item) {
        var price = new Span(Format.money(item.fen()));
        price.addClassName("num");
        var side = new Div(price, Words.state(this, item.state()));
        side.addClassName("row");
        return new Card(
                        item.holderName(),
                        new Facts()
                                .fact(getTranslation("confirm.kind"), getTranslation("kind." + item.kind()))
                                .fact(getTranslation("confirm.vendor"), item.vendor())
                                .fact(getTranslation("certificate.key"), new Copyable(item.keySerial()))
                                .fact(getTranslation("confirm.expiry"), Format.date(item.oldExpiry()))
                                .fact(getTranslation("order.term"), Format.range(item.newFrom(), item.newUntil()))
                                .fact(
                                        getTranslation("confirm.old-platforms"),
                                        Words.platforms(catalogue, this, item.oldPlatforms()))
                                .fact(
                                        getTranslation("confirm.new-platforms"),
                                        Words.platforms(catalogue, this, item.newPlatforms())))
                .aside(side);
    }

    private Card payment(Payment payment, List<Refund> refunds) {
        var card = new Card(
                getTranslation("payment.title"),
                new Facts()
                        .fact(getTranslation("pay.method"), getTranslation("channel." + payment.channel()))
                        .fact(getTranslation("payment.state"), getTranslation("payment-state." + payment.state()))
                        .fact(getTranslation("payment.number"), new Copyable(payment.number()))
                        .fact(getTranslation("payment.paid-amount"), Format.money(payment.paidFen()))
                        .fact(getTranslation("order.paid"), Format.dateTime(payment.paid())));
        if (!refunds.isEmpty()) {
            var table = new Table("refund.", "number", "#amount", "state", "asked", "succeeded");
            refunds.forEach(refund -> table.row(
                    new Copyable(refund.number()),
                    Table.text(Format.money(refund.fen())),
                    Table.text(getTranslation("refund-state." + refund.state())),
                    Table.text(Format.dateTime(refund.asked())),
                    Table.text(Format.dateTime(refund.succeeded()))));
            card.add(new H3(getTranslation("refund.title")), table);
        }
        return card;
    }
}

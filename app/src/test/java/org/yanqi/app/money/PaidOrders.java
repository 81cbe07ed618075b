package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.app.renewal.Customers;
import org.yanqi.app.web.Invariants;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.AskProvider;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.renewal.OrderRefund;
import org.yanqi.process.renewal.RefundOrder;

/** Paid orders of two certificates whose keys wait to be updated, and what finance and a supervisor do about their money. */
abstract class PaidOrders extends WithMoney {
    @Autowired
    RefundOrder refunds;

    @Autowired
    AskProvider ask;

    @Autowired
    Invariants invariants;

    record Paid(Customers.Company company, UUID renewal, Order order, Payment payment) {
        OrderItem main() {
            return of(company.main().id());
        }

        OrderItem lead() {
            return of(company.lead().id());
        }

        private OrderItem of(UUID certificate) {
            return order.items().stream()
                    .filter(item -> item.certificate().equals(certificate))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The main key keeps one platform and gets another; the leader's keeps its one. */
    Paid paid(InvoiceChoice invoice) {
        var company = customers.company();
        var customer = company.administrator();
        var main = company.main().id();
        var lead = company.lead().id();
        var both = List.of(main, lead);
        var renewal = accepted(start.start(customer, both));
        accepted(walk.chooseCertificates(customer, renewal, both));
        accepted(walk.bindPlatforms(
                customer, renewal, Map.of(main, Set.of("LN-JSGC", "LN-ZFCG"), lead, Set.of("LN-JSGC")), true));
        accepted(walk.declareOpenBids(customer, renewal, Map.of(main, true, lead, true)));
        accepted(walk.confirmOrder(customer, renewal));
        accepted(walk.chooseInvoice(customer, renewal, invoice, Channel.WECHAT));
        var placed = orders.ofCase(renewal).orElseThrow();
        var payment = open(renewal, placed, Channel.WECHAT);
        WECHAT.pay(payment.number(), placed.fen());
        assertThat(ask.ask(customer, payment.id())).isEqualTo(AskProvider.Standing.PAID);
        Awaitility.await().until(() -> standsAt(renewal).contains("await-settlement"));
        return new Paid(company, renewal, orders.one(placed.id()), payment);
    }

    OrderRefund decided(Paid paid, OrderItem... items) {
        var which = new HashSet<UUID>();
        for (var item : items) {
            which.add(item.id());
        }
        return accepted(refunds.decide(FINANCE, paid.renewal(), which, "cannot be fulfilled"));
    }

    Outcome<OrderRefund> approve(OrderRefund refund) {
        return refunds.approve(SUPERVISOR, item("approve-order-refund", refund.id()), true, "agreed");
    }

    void awaitEnd(OrderRefund refund, OrderRefund.State state) {
        Awaitility.await().until(() -> refunds.one(FINANCE, refund.id()).state() == state);
    }

    ItemState stateOf(OrderItem item) {
        return orders.withItem(item.id()).items().stream()
                .filter(one -> one.id().equals(item.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    List<String> promises() {
        var rooms = List.of("payment-", "order", "items-", "invoice-");
        return invariants.check().broken().stream()
                .map(Invariants.Broken::name)
                .filter(name -> rooms.stream().anyMatch(name::startsWith))
                .toList();
    }
}

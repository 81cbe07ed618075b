package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.yanqi.app.renewal.Customers;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.payment.AskProvider;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.ExceptionKind;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.PaymentState;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** Money that fits no open order has an owner: it goes back, is matched or transferred, by rule or by two persons (R5, R14). */
class PaymentExceptionTest extends WithPayments {
    @Test
    void a_second_payment_goes_back_by_itself_once() {
        var waiting = paidTwice();

        var exception = awaitException(waiting);
        assertThat(exception.kind()).isEqualTo(ExceptionKind.PAID_TWICE);
        awaitClosed(exception);
        hear(waiting.payment().number());
        assertThat(ask.ask(waiting.customer(), waiting.payment().id())).isEqualTo(AskProvider.Standing.PAID);

        assertThat(payment(waiting).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(exceptions.ofCase(waiting.renewal())).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo("paid-twice");
            assertThat(one.decidedBy()).isNull();
            assertThat(one.refundFen()).isEqualTo(waiting.order().fen());
        });
        assertThat(payments.refundsOf(waiting.payment().id())).singleElement().satisfies(refund -> {
            assertThat(refund.state()).isEqualTo("SUCCEEDED");
            assertThat(WECHAT.refunds).containsEntry(refund.number(), "SUCCESS");
        });
        assertThat(items.open("decide-exception", exception.id().toString())).isEmpty();
        assertThat(moneyPromises()).isEmpty();
    }

    @Test
    void a_second_payment_of_another_amount_goes_back_whole() {
        var waiting = waiting(Channel.WECHAT);
        payByAnotherAttempt(waiting);

        pays(waiting, waiting.order().fen() - 100);

        var exception = awaitException(waiting);
        awaitClosed(exception);
        assertThat(exception(exception).refundFen()).isEqualTo(waiting.order().fen() - 100);
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.REFUNDED);
    }

    @Test
    void a_refund_by_rule_that_fails_comes_to_finance_and_then_needs_two_persons() {
        WECHAT.refundAnswer = "ABNORMAL";
        var waiting = paidTwice();
        var exception = awaitException(waiting);
        var decide = item("decide-exception", exception.id());
        var number = exception(exception).refundNumber();
        assertThat(moneyPromises()).isEmpty();

        assertThat(refused(exceptions.decide(FINANCE, decide, "match", "belongs to the order")))
                .contains("refusal.order-paid-already");
        accepted(exceptions.decide(FINANCE, decide, "refund", "once more"));
        WECHAT.refundAnswer = "SUCCESS";
        var approval = item("approve-refund", exception.id());
        var both = new Actor(
                FINANCE.account(),
                "f",
                Role.SUPERVISOR,
                Set.of(Role.SUPERVISOR, Role.FINANCE),
                null,
                null,
                "127.0.0.1");
        assertThatThrownBy(() -> exceptions.approve(both, approval, true, "")).isInstanceOf(NotAllowed.class);
        accepted(exceptions.approve(SUPERVISOR, approval, true, "agreed"));

        awaitClosed(exception);
        assertThat(exception(exception).rule()).isNull();
        assertThat(payments.refundsOf(waiting.payment().id())).singleElement().satisfies(refund -> {
            assertThat(refund.number()).isEqualTo(number);
            assertThat(refund.state()).isEqualTo("SUCCEEDED");
        });
        assertThat(moneyPromises()).isEmpty();
    }

    private Waiting paidTwice() {
        var waiting = waiting(Channel.WECHAT);
        payByAnotherAttempt(waiting);
        pays(waiting, waiting.order().fen());
        return waiting;
    }

    @Test
    void one_yuan_too_much_is_matched_and_the_yuan_goes_back() {
        var waiting = waiting(Channel.WECHAT);
        pays(waiting, waiting.order().fen() + 100);
        var exception = awaitException(waiting);
        assertThat(exception.kind()).isEqualTo(ExceptionKind.AMOUNT_DIFFERS);

        accepted(exceptions.decide(FINANCE, item("decide-exception", exception.id()), "match", "one yuan over"));

        awaitPaid(waiting);
        assertThat(exception(exception).refundFen()).isEqualTo(100);
        accepted(exceptions.approve(SUPERVISOR, item("approve-refund", exception.id()), true, ""));
        awaitClosed(exception);
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(payments.refundsOf(waiting.payment().id())).singleElement().satisfies(refund -> {
            assertThat(refund.fen()).isEqualTo(100);
            assertThat(refund.state()).isEqualTo("SUCCEEDED");
        });
    }

    @Test
    void less_than_the_price_cannot_be_matched() {
        var waiting = waiting(Channel.WECHAT);
        pays(waiting, waiting.order().fen() - 1);
        var exception = awaitException(waiting);

        assertThat(refused(exceptions.decide(FINANCE, item("decide-exception", exception.id()), "match", "almost")))
                .containsExactly("refusal.less-than-price");
        assertThat(refused(exceptions.decide(FINANCE, item("decide-exception", exception.id()), "refund", " ")))
                .containsExactly("refusal.reason-missing");
        assertThat(exception(exception).state()).isEqualTo(PaymentException.State.OPEN);
    }

    @Test
    void money_after_the_end_of_the_order_is_taken_when_finance_matches_it() {
        var waiting = waiting(Channel.WECHAT);
        accepted(walk.cancel(waiting.customer(), waiting.renewal(), "later"));
        Awaitility.await().until(() -> orders.one(waiting.order().id()).state() == OrderState.CANCELLED);
        pays(waiting, waiting.order().fen());
        var exception = awaitException(waiting);
        assertThat(exception.kind()).isEqualTo(ExceptionKind.PAID_AFTER_CLOSE);

        accepted(exceptions.decide(FINANCE, item("decide-exception", exception.id()), "match", "customer wants it"));

        awaitPaid(waiting);
        awaitClosed(exception);
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void a_refund_that_fails_goes_back_to_finance_and_keeps_its_number() {
        var waiting = waiting(Channel.WECHAT);
        pays(waiting, waiting.order().fen() + 1);
        var exception = awaitException(waiting);
        WECHAT.refundAnswer = "ABNORMAL";
        accepted(exceptions.decide(FINANCE, item("decide-exception", exception.id()), "refund", "wrong amount"));
        accepted(exceptions.approve(SUPERVISOR, item("approve-refund", exception.id()), true, ""));
        var again = item("decide-exception", exception.id());
        var number = exception(exception).refundNumber();

        accepted(exceptions.decide(FINANCE, again, "transfer", "by bank"));
        accepted(exceptions.approve(SUPERVISOR, item("approve-transfer", exception.id()), true, ""));
        accepted(exceptions.recordTransfer(FINANCE, item("record-transfer", exception.id()), "BANK-1"));

        awaitClosed(exception);
        assertThat(exception(exception).refundNumber()).isEqualTo(number);
        assertThat(exception(exception).transferReference()).isEqualTo("BANK-1");
    }

    @Test
    void money_without_an_order_is_matched_to_the_one_suggested_for_it() {
        // a price of its own, since every payment in here has the same payer
        var waiting = waiting(Channel.WECHAT, Set.of("LN-JSGC", "DL-GGZY"));
        var stray = "X" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        WECHAT.paidAt = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.ofHours(8)));
        WECHAT.pay(stray, waiting.order().fen());
        hear(stray);
        var id = Awaitility.await()
                .until(
                        () -> jdbc.sql("select id from payment_exception where number = ?")
                                .param(stray)
                                .query(UUID.class)
                                .optional(),
                        found -> found.isPresent())
                .orElseThrow();
        var work = item("decide-exception", id);
        assertThat(exceptions.one(FINANCE, id).kind()).isEqualTo(ExceptionKind.UNKNOWN_ORDER);
        assertThat(refused(exceptions.decide(FINANCE, work, "match", "it must be somebody's")))
                .containsExactly("refusal.no-order-to-match");

        var order = waiting.order().id();
        var suggested = exceptions.suggestions(FINANCE, id).stream()
                .filter(one -> one.order().id().equals(order))
                .findFirst()
                .orElseThrow();
        assertThat(suggested.reasons()).contains("amount-equal");
        accepted(exceptions.decide(FINANCE, work, "match", "amount and time fit", order));

        awaitPaid(waiting);
        Awaitility.await().until(() -> exceptions.one(FINANCE, id).state() == PaymentException.State.CLOSED);
        assertThat(payments.ofOrder(order)).anySatisfy(one -> {
            assertThat(one.number()).isEqualTo(stray);
            assertThat(one.state()).isEqualTo(PaymentState.SUCCEEDED);
        });
        assertThat(moneyPromises()).isEmpty();
    }

    @Test
    void only_finance_decides_and_customers_see_no_exception() {
        var waiting = waiting(Channel.WECHAT);
        pays(waiting, 1);
        var exception = awaitException(waiting);
        var item = item("decide-exception", exception.id());

        for (var role : new Role[] {Role.CUSTOMER_SERVICE, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR}) {
            assertThatThrownBy(() -> exceptions.decide(Customers.staff(role), item, "dismiss", "x"))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> exceptions.one(waiting.customer(), exception.id()))
                .isInstanceOf(NotAllowed.class);
    }
}

package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.app.renewal.Customers;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.ExceptionKind;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.PaymentState;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.RekeySteps;
import org.yanqi.process.rekey.SettleRekey;
import org.yanqi.process.renewal.OrderRefund;
import org.yanqi.process.renewal.RenewalState;
import org.yanqi.process.renewal.ShowRenewal;

/** Money of a paid order goes back whole or by certificate: by two persons, before a key is updated, with all that follows (R14). */
class RefundOrderTest extends PaidOrders {
    @Autowired
    Entitlements entitlements;

    @Autowired
    RekeySteps rekeys;

    @Autowired
    SettleRekey settle;

    @Autowired
    ShowRenewal show;

    private Paid paid() {
        return paid(InvoiceChoice.none());
    }

    @Test
    void one_certificate_of_two_goes_back_and_the_other_stays_owed() {
        var paid = paid();
        var main = paid.company().main().id();
        assertThat(entitlements.of(main))
                .anyMatch(term -> term.platform().equals("LN-ZFCG"))
                .anyMatch(term -> term.until().isAfter(paid.main().oldExpiry()));

        var refund = decided(paid, paid.main());
        assertThat(refund.fen()).isEqualTo(paid.main().fen());
        assertThat(stateOf(paid.main())).isEqualTo(ItemState.OWED);
        accepted(approve(refund));

        awaitEnd(refund, OrderRefund.State.REFUNDED);
        assertThat(stateOf(paid.main())).isEqualTo(ItemState.REFUNDED);
        assertThat(stateOf(paid.lead())).isEqualTo(ItemState.OWED);
        assertThat(orders.one(paid.order().id()).state()).isEqualTo(OrderState.PAID);
        assertThat(standsAt(paid.main().id())).isEmpty();
        assertThat(standsAt(paid.lead().id())).contains("update-key");
        assertThat(entitlements.of(main))
                .allSatisfy(
                        term -> assertThat(term.until()).isEqualTo(paid.main().oldExpiry()));
        PLATFORMS.verify(WireMock.postRequestedFor(WireMock.urlPathMatching("/LN-ZFCG/entitlements"))
                .withRequestBody(WireMock.containing("refund:" + paid.main().id())));
        assertThat(payments.refundsOf(paid.payment().id())).singleElement().satisfies(one -> {
            assertThat(one.fen()).isEqualTo(paid.main().fen());
            assertThat(one.number()).startsWith("R");
            assertThat(WECHAT.refunds).containsEntry(one.number(), "SUCCESS");
        });
        assertThat(notices.caseOf(paid.renewal()))
                .filteredOn(notice -> notice.kind().equals("refund"))
                .isNotEmpty();
        assertThat(promises()).isEmpty();
    }

    @Test
    void what_the_customer_gave_up_stays_owed_until_its_money_goes_back() {
        var paid = paid();
        engine.createMessageCorrelation("rekey-failed")
                .processInstanceBusinessKey(paid.main().id().toString())
                .correlate();
        accepted(settle.failure(
                Customers.staff(Role.CUSTOMER_SERVICE),
                item("settle-rekey-failure", paid.main().id()),
                "keep-owed",
                "不再投标",
                null));
        Awaitility.await().until(() -> standsAt(paid.main().id()).contains("stay-owed"));
        assertThat(stateOf(paid.main())).isEqualTo(ItemState.OWED);

        var refund = decided(paid, paid.main());
        accepted(approve(refund));

        awaitEnd(refund, OrderRefund.State.REFUNDED);
        assertThat(stateOf(paid.main())).isEqualTo(ItemState.REFUNDED);
        assertThat(standsAt(paid.main().id())).isEmpty();
        assertThat(promises()).isEmpty();
    }

    @Test
    void a_whole_order_refunded_ends_its_case_and_frees_its_certificates() {
        var paid = paid();
        var main = paid.company().main().id();

        var refund = decided(paid, paid.main(), paid.lead());
        accepted(approve(refund));

        awaitEnd(refund, OrderRefund.State.REFUNDED);
        assertThat(orders.one(paid.order().id()).state()).isEqualTo(OrderState.REFUNDED);
        Awaitility.await().until(() -> show.one(FINANCE, paid.renewal()).state() == RenewalState.REFUNDED);
        assertThat(payments.ofOrder(paid.order().id()))
                .anySatisfy(one -> assertThat(one.state()).isEqualTo(PaymentState.REFUNDED));
        assertThat(refused(refunds.decide(
                        FINANCE, paid.renewal(), Set.of(paid.main().id()), "again")))
                .contains("refusal.refund-done-already");
        accepted(start.start(paid.company().administrator(), List.of(main)));
        assertThat(promises()).isEmpty();
    }

    @Test
    void nothing_moves_without_a_second_person() {
        var paid = paid();
        var main = Set.of(paid.main().id());
        var refund = decided(paid, paid.main());
        var item = item("approve-order-refund", refund.id());
        var both = new Actor(
                FINANCE.account(),
                "f",
                Role.SUPERVISOR,
                Set.of(Role.SUPERVISOR, Role.FINANCE),
                null,
                null,
                "127.0.0.1");

        assertThatThrownBy(() -> refunds.approve(both, item, true, "")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> refunds.decide(SUPERVISOR, paid.renewal(), main, "x"))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> refunds.decide(paid.company().administrator(), paid.renewal(), main, "x"))
                .isInstanceOf(NotAllowed.class);
        assertThat(refused(refunds.decide(FINANCE, paid.renewal(), main, "twice")))
                .containsExactly("refusal.refund-under-way");
        assertThat(refused(refunds.decide(FINANCE, paid.renewal(), Set.of(), " ")))
                .containsExactly("refusal.refund-items-missing", "refusal.reason-missing");
        accepted(refunds.approve(SUPERVISOR, item, false, "the customer only changed their mind"));

        assertThat(refunds.one(FINANCE, refund.id()).state()).isEqualTo(OrderRefund.State.DECLINED);
        assertThat(stateOf(paid.main())).isEqualTo(ItemState.OWED);
        assertThat(payments.refundsOf(paid.payment().id())).isEmpty();
    }

    @Test
    void a_refund_the_provider_refuses_becomes_an_exception_and_goes_back_under_the_same_number() {
        var paid = paid();
        WECHAT.refundAnswer = "ABNORMAL";
        var refund = decided(paid, paid.lead());
        accepted(approve(refund));

        awaitEnd(refund, OrderRefund.State.FAILED);
        var number = refunds.one(FINANCE, refund.id()).number();
        var exception = exceptions.ofCase(paid.renewal()).get(0);
        assertThat(exception.kind()).isEqualTo(ExceptionKind.REFUND_FAILED);
        assertThat(exception.fen()).isEqualTo(paid.lead().fen());
        var decide = item("decide-exception", exception.id());
        assertThat(refused(exceptions.decide(FINANCE, decide, "match", "no"))).contains("refusal.nothing-to-match");
        accepted(exceptions.decide(FINANCE, decide, "refund", "once more"));
        WECHAT.refundAnswer = "SUCCESS";
        accepted(exceptions.approve(SUPERVISOR, item("approve-refund", exception.id()), true, ""));

        Awaitility.await()
                .until(() -> exceptions.one(FINANCE, exception.id()).state() == PaymentException.State.CLOSED);
        assertThat(payments.refundsOf(paid.payment().id())).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(number);
            assertThat(one.fen()).isEqualTo(paid.lead().fen());
            assertThat(one.state()).isEqualTo("SUCCEEDED");
        });
        assertThat(promises()).isEmpty();
    }

    @Test
    void an_item_whose_certificate_is_being_issued_or_was_is_not_refunded() {
        var paid = paid();
        var refund = decided(paid, paid.main());
        requested(paid.main());
        rekeys.submission(paid.main().id());

        assertThat(refused(approve(refund))).containsExactly("refusal.refund-being-issued");
        set(paid.main(), "issuing = null, new_certificate = old_certificate");
        assertThat(refused(approve(refund))).containsExactly("refusal.refund-certificate-issued");
        assertThat(stateOf(paid.main())).isEqualTo(ItemState.OWED);
        set(paid.main(), "new_certificate = null");
    }

    @RepeatedTest(4)
    void refund_and_issue_at_the_same_moment_have_one_winner() throws Exception {
        var paid = paid();
        var refund = decided(paid, paid.main());
        var work = item("approve-order-refund", refund.id());
        requested(paid.main());

        var results = atOnce(List.of(
                () -> refunds.approve(SUPERVISOR, work, true, "") instanceof Outcome.Accepted<OrderRefund>, () -> {
                    rekeys.submission(paid.main().id());
                    return true;
                }));

        assertThat(results.stream().filter(Boolean::booleanValue)).hasSize(1);
        assertThat(stateOf(paid.main()) == ItemState.REFUNDED).isEqualTo(results.get(0));
        set(paid.main(), "issuing = null");
    }

    @Test
    void two_approvals_at_once_refund_once() throws Exception {
        var paid = paid();
        var refund = decided(paid, paid.main());
        var work = item("approve-order-refund", refund.id());
        Callable<Boolean> yes =
                () -> refunds.approve(SUPERVISOR, work, true, "") instanceof Outcome.Accepted<OrderRefund>;

        var results = atOnce(List.of(yes, yes, yes));

        assertThat(results.stream().filter(Boolean::booleanValue)).hasSize(1);
        awaitEnd(refund, OrderRefund.State.REFUNDED);
        assertThat(payments.refundsOf(paid.payment().id())).hasSize(1);
        assertThat(promises()).isEmpty();
    }

    /** As if the agent had sent a request that proved what it must. */
    private void requested(OrderItem item) {
        jdbc.sql("""
                        insert into rekey (item, version, case_id, old_certificate, stage, attempt, request, old_signature,
                          withdrawn, reminders, changed)
                        values (?, 0, ?, ?, 'REQUEST_SENT', 1, ?, ?, false, 0, current_timestamp)""")
                .params(item.id(), orders.withItem(item.id()).caseId(), item.certificate(), new byte[] {1}, new byte[] {
                    2
                })
                .update();
    }

    private void set(OrderItem item, String what) {
        jdbc.sql("update rekey set " + what + " where item = ?")
                .param(item.id())
                .update();
    }

    /** @return which of them went through; whoever loses a race may be told so by an exception */
    private static List<Boolean> atOnce(List<Callable<Boolean>> steps) throws Exception {
        var executor = Executors.newFixedThreadPool(steps.size());
        try {
            var results = new ArrayList<Boolean>();
            for (var step : executor.invokeAll(steps)) {
                try {
                    results.add(step.get());
                } catch (ExecutionException lost) {
                    assertThat(lost.getCause()).isInstanceOf(RuntimeException.class);
                    results.add(false);
                }
            }
            return results;
        } finally {
            executor.shutdown();
        }
    }
}

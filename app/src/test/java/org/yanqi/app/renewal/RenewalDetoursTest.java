package org.yanqi.app.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.invoicing.InvoiceKind;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.Draft;
import org.yanqi.process.renewal.RenewableCertificates;
import org.yanqi.process.renewal.RenewalState;
import org.yanqi.process.renewal.ReviewLapsed;
import org.yanqi.process.renewal.Step;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.worklist.SearchWorkItems;

/** What may go otherwise than straight on, each begun where it begins. */
@OnPostgres
class RenewalDetoursTest extends WithCases {
    @Autowired
    RenewableCertificates renewable;

    @Autowired
    ReviewLapsed reviews;

    @Autowired
    SearchWorkItems workItems;

    @Test
    void every_step_names_what_is_missing_and_stays() {
        var company = customers.company();
        var actor = company.administrator();
        var main = company.main().id();
        var renewal = accepted(start.start(actor, List.of()));

        assertThat(refused(walk.chooseCertificates(actor, renewal, List.of())))
                .containsExactly("refusal.certificates-missing");
        accepted(walk.chooseCertificates(actor, renewal, List.of(main)));
        assertThat(refused(walk.bindPlatforms(actor, renewal, Map.of(main, Set.of("XX-NONE")), false)))
                .containsExactlyInAnyOrder("refusal.platform-not-offered", "refusal.final-not-read");
        assertThat(refused(walk.bindPlatforms(actor, renewal, Map.of(), true)))
                .containsExactly("refusal.platforms-missing");
        accepted(walk.bindPlatforms(actor, renewal, Map.of(main, Set.of("LN-JSGC")), true));
        assertThat(refused(walk.declareOpenBids(actor, renewal, Map.of(main, false))))
                .containsExactly("refusal.open-bid-declared");
        assertThat(view(actor, renewal).step()).isEqualTo(Step.DECLARE_OPEN_BIDS);
    }

    @Test
    void an_unopened_bid_at_a_platform_refuses_the_order() {
        var company = customers.company();
        var actor = company.administrator();
        var main = company.main().id();
        var renewal = chosen(actor, main);
        accepted(walk.bindPlatforms(actor, renewal, Map.of(main, Set.of("LN-JSGC")), true));
        PLATFORMS.stubFor(WireMock.get(WireMock.urlPathEqualTo("/LN-ZBJG/open-bids"))
                .willReturn(WireMock.okJson("{\"open\":[{\"project\":\"P1\",\"opensAt\":null}]}")));

        assertThat(refused(walk.declareOpenBids(actor, renewal, Map.of(main, true))))
                .containsExactly("refusal.open-bid-found");
    }

    @Test
    void a_platform_that_gives_no_answer_leaves_the_declaration_to_stand() {
        var company = customers.company();
        var actor = company.administrator();
        var main = company.main().id();
        var renewal = chosen(actor, main);
        accepted(walk.bindPlatforms(actor, renewal, Map.of(main, Set.of("LN-JSGC")), true));
        PLATFORMS.stubFor(
                WireMock.get(WireMock.urlPathEqualTo("/LN-ZBJG/open-bids")).willReturn(WireMock.serverError()));

        accepted(walk.declareOpenBids(actor, renewal, Map.of(main, true)));
    }

    @Test
    void going_back_keeps_what_was_entered_and_a_passed_step_is_refused() {
        var company = customers.company();
        var actor = company.administrator();
        var main = company.main().id();
        var renewal = declared(actor, Set.of("LN-JSGC"), main);

        assertThat(accepted(walk.back(actor, renewal, Step.CONFIRM_ORDER)).step())
                .isEqualTo(Step.DECLARE_OPEN_BIDS);
        var again = accepted(walk.back(actor, renewal, Step.DECLARE_OPEN_BIDS));
        assertThat(again.step()).isEqualTo(Step.BIND_PLATFORMS);
        assertThat(again.draft().platforms()).containsEntry(main, Set.of("LN-JSGC"));
        assertThat(refused(walk.confirmOrder(actor, renewal))).containsExactly("refusal.step-passed");
        assertThat(refused(walk.back(actor, renewal, Step.PAY))).containsExactly("refusal.no-way-back");
    }

    @Test
    void a_saved_draft_changes_the_step_at_hand_only() {
        var company = customers.company();
        var actor = company.administrator();
        var main = company.main().id();
        var renewal = chosen(actor, main);
        var entered = new Draft(
                List.of(company.lead().id()),
                Map.of(main, Set.of("LN-ZFCG")),
                true,
                Map.of(main, true),
                null,
                Channel.ALIPAY);

        walk.saveDraft(actor, renewal, entered);

        var kept = view(actor, renewal).draft();
        assertThat(kept.certificates()).containsExactly(main);
        assertThat(kept.platforms()).containsEntry(main, Set.of("LN-ZFCG"));
        assertThat(kept.declared()).isEmpty();
        assertThat(kept.channel()).isNull();
    }

    @Test
    void of_two_browsers_that_complete_one_step_at_once_one_is_refused() throws Exception {
        var company = customers.company();
        var actor = company.administrator();
        var renewal = declared(actor, Set.of("LN-JSGC"), company.main().id());

        var both = atOnce(() -> walk.confirmOrder(actor, renewal), () -> walk.confirmOrder(actor, renewal));

        assertThat(both).filteredOn(Outcome::isAccepted).hasSize(1);
        assertThat(both)
                .filteredOn(outcome -> !outcome.isAccepted())
                .singleElement()
                .satisfies(outcome -> assertThat(refused(outcome)).containsExactly("refusal.step-passed"));
    }

    @Test
    void of_two_cases_that_take_one_certificate_at_once_one_is_refused() throws Exception {
        var company = customers.company();
        var actor = company.administrator();
        var main = company.main().id();
        var one = accepted(start.start(actor, List.of()));
        var other = accepted(start.start(actor, List.of()));

        var both = atOnce(
                () -> walk.chooseCertificates(actor, one, List.of(main)),
                () -> walk.chooseCertificates(actor, other, List.of(main)));

        assertThat(both).filteredOn(Outcome::isAccepted).hasSize(1);
        assertThat(both)
                .filteredOn(outcome -> !outcome.isAccepted())
                .singleElement()
                .satisfies(outcome -> assertThat(refused(outcome)).containsExactly("refusal.certificate-in-renewal"));
    }

    @Test
    void the_kind_of_invoice_is_final_once_chosen_and_its_email_is_checked() {
        var company = customers.company();
        var renewal = ordered(company.administrator(), company.main().id());
        var noEmail = new InvoiceChoice(true, InvoiceKind.ELECTRONIC_ORDINARY, null, "nobody", null, null);

        assertThat(refused(walk.chooseInvoice(company.administrator(), renewal, noEmail, Channel.WECHAT)))
                .contains("refusal.title-missing", "refusal.email-malformed");
    }

    @Test
    void a_cancelled_draft_gives_its_certificates_free() {
        var company = customers.company();
        var actor = company.administrator();
        var main = company.main().id();
        var renewal = chosen(actor, main);

        assertThat(accepted(walk.cancel(actor, renewal, "")).state()).isEqualTo(RenewalState.CANCELLED);
        assertThat(hands.isRunning(renewal)).isFalse();
        chosen(actor, main);
        assertThat(refused(walk.cancel(actor, renewal, ""))).containsExactly("refusal.step-passed");
    }

    @Test
    void a_cancelled_order_is_closed_at_the_channel_first() {
        var company = customers.company();
        var actor = company.administrator();
        var renewal = awaitingPayment(actor, company.main().id());

        accepted(walk.cancel(actor, renewal, "changed our mind"));
        assertThat(view(actor, renewal).state()).isEqualTo(RenewalState.AWAITING_PAYMENT);
        hands.worker("close-payment", renewal, Map.of("paidAtClose", false));

        assertThat(view(actor, renewal).state()).isEqualTo(RenewalState.CANCELLED);
        assertThat(orders.ofCase(renewal).orElseThrow().state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void the_way_to_pay_can_be_changed_while_the_window_lasts() {
        var company = customers.company();
        var actor = company.administrator();
        var renewal = awaitingPayment(actor, company.main().id());

        accepted(walk.changePaymentMethod(actor, renewal, Channel.ALIPAY));
        hands.worker("close-payment", renewal, Map.of("paidAtClose", false));
        hands.worker("open-payment", renewal, Map.of());
        assertThat(view(actor, renewal).step()).isEqualTo(Step.PAY);

        clock.shift(Duration.ofHours(3));
        assertThat(refused(walk.changePaymentMethod(actor, renewal, Channel.WECHAT)))
                .containsExactly("refusal.payment-window-over");
    }

    @Test
    void an_order_not_paid_in_time_is_closed_and_money_that_comes_late_takes_it_up_again() {
        var company = customers.company();
        var actor = company.administrator();
        var renewal = awaitingPayment(actor, company.main().id());

        clock.shift(Duration.ofHours(3));
        hands.ring(renewal, "payment-window-passed");
        hands.worker("close-payment", renewal, Map.of("paidAtClose", false));
        assertThat(view(actor, renewal).state()).isEqualTo(RenewalState.CLOSED);
        var order = orders.ofCase(renewal).orElseThrow();
        assertThat(order.state()).isEqualTo(OrderState.CLOSED);
        assertThat(orders.canBeReopened(order.id())).isTrue();

        signals.startByMessage(
                Messages.LATE_PAYMENT_ACCEPTED, renewal.toString(), Map.of("caseId", renewal.toString()));
        Awaitility.await().until(() -> orders.one(order.id()).state() == OrderState.PAID);
        assertThat(view(actor, renewal).state()).isEqualTo(RenewalState.PAID);
        assertThat(orders.canBeReopened(order.id())).isFalse();
    }

    @Test
    void a_draft_left_alone_for_a_week_is_abandoned_and_not_a_day_earlier() {
        var company = customers.company();
        var actor = company.administrator();
        var renewal = chosen(actor, company.main().id());

        clock.shift(Duration.ofDays(6));
        hands.ring(renewal, "check-draft");
        assertThat(view(actor, renewal).state()).isEqualTo(RenewalState.DRAFT);

        clock.shift(Duration.ofDays(8));
        hands.ring(renewal, "check-draft");
        assertThat(view(actor, renewal).state()).isEqualTo(RenewalState.ABANDONED);
        assertThat(hands.isRunning(renewal)).isFalse();
    }

    @Test
    void the_window_opens_90_days_before_and_ends_365_days_after_the_expiry() {
        assertThat(hindrance(90)).isNull();
        assertThat(hindrance(91)).isEqualTo("too-early");
        assertThat(hindrance(0)).isNull();
        assertThat(hindrance(-1)).isNull();
        assertThat(hindrance(-365)).isNull();
        assertThat(hindrance(-366)).isEqualTo("lapsed");
    }

    private @Nullable String hindrance(int days) {
        return renewable.of(customers.company(days).leader()).get(0).hindrance();
    }

    @Test
    void a_certificate_lapsed_for_longer_is_renewed_after_a_review() {
        var company = customers.company(-400);
        var actor = company.administrator();
        var main = company.main().id();
        var draft = accepted(start.start(actor, List.of(main)));
        assertThat(refused(walk.chooseCertificates(actor, draft, List.of(main))))
                .containsExactly("refusal.certificate-lapsed");

        var review = accepted(renewable.askReview(actor, main, "the key was in a safe"));
        assertThat(refused(renewable.askReview(actor, main, "again"))).containsExactly("refusal.review-asked-already");
        var item = workItems.open("review-lapsed", review.toString()).orElseThrow();
        accepted(reviews.decide(Customers.staff(Role.CUSTOMER_SERVICE), item.id(), true, "papers are in order"));

        accepted(walk.chooseCertificates(actor, draft, List.of(main)));
    }

    @Test
    void customer_service_walks_on_a_customers_behalf() {
        var company = customers.company();
        var service = Customers.staff(Role.CUSTOMER_SERVICE);

        var renewal = ordered(service, company.main().id());

        assertThat(view(company.administrator(), renewal).step()).isEqualTo(Step.CHOOSE_INVOICE);
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var first = threads.submit(one);
            var second = threads.submit(other);
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdown();
        }
    }
}

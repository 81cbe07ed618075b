package org.yanqi.app.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.process.notice.NoticesOf;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.record.ReadTimeline;
import org.yanqi.process.renewal.RenewalState;
import org.yanqi.process.renewal.Step;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Worker;

/** One renewal of two certificates, from the draft to the end, by the use cases and the real models. */
abstract class RenewalWalkRules extends WithCases {
    @Autowired
    Entitlements entitlements;

    @Autowired
    ReadTimeline timeline;

    @Autowired
    NoticesOf notices;

    @Autowired
    List<Worker> workers;

    @Test
    void two_certificates_in_one_order_from_the_draft_to_the_end() {
        var company = customers.company();
        var actor = company.administrator();
        var main = company.main().id();
        var lead = company.lead().id();

        var renewal = accepted(start.start(actor, List.of(main)));
        assertThat(view(actor, renewal).step()).isEqualTo(Step.SELECT_CERTIFICATES);

        var bound = accepted(walk.chooseCertificates(actor, renewal, List.of(main, lead)));
        assertThat(bound.step()).isEqualTo(Step.BIND_PLATFORMS);

        var choice = Map.of(
                main, Set.of("LN-JSGC", "SY-GGZY", "DL-GGZY"),
                lead, Set.of("LN-JSGC"));
        var declare = accepted(walk.bindPlatforms(actor, renewal, choice, true));
        assertThat(declare.step()).isEqualTo(Step.DECLARE_OPEN_BIDS);

        var confirm = accepted(walk.declareOpenBids(actor, renewal, Map.of(main, true, lead, true)));
        assertThat(confirm.step()).isEqualTo(Step.CONFIRM_ORDER);

        var ordered = accepted(walk.confirmOrder(actor, renewal));
        assertThat(ordered.step()).isEqualTo(Step.CHOOSE_INVOICE);
        assertThat(ordered.state()).isEqualTo(RenewalState.AWAITING_PAYMENT);
        assertThat(ordered.order()).isNotNull();
        assertThat(ordered.order().fen()).isEqualTo(20_000 + 5_000 + 20_000);
        assertThat(ordered.order().number()).matches("PLYQHB\\d{8}\\d{5,}");

        var paying = accepted(walk.chooseInvoice(actor, renewal, NO_INVOICE, Channel.WECHAT));
        assertThat(paying.step()).isEqualTo(Step.PAY);
        hands.worker("open-payment", renewal, Map.of());

        var order = paid(renewal);
        assertThat(order.state()).isEqualTo(OrderState.PAID);
        assertThat(order.items()).allSatisfy(item -> {
            assertThat(item.state()).isEqualTo(ItemState.OWED);
            assertThat(item.newFrom()).isEqualTo(item.oldExpiry().plusDays(1));
            assertThat(item.newUntil()).isEqualTo(item.oldExpiry().plusYears(1));
        });
        assertThat(entitlements.of(main))
                .filteredOn(term -> term.platform().equals("DL-GGZY"))
                .extracting(term -> term.gift())
                .containsExactly(true, false);
        assertThat(view(actor, renewal).step()).isEqualTo(Step.UPDATE_KEY);

        assertThat(hands.letWork(tellPlatforms(), renewal)).isInstanceOf(Answer.Done.class);

        hands.rekey(order.items().get(0).id(), true);
        assertThat(view(actor, renewal).state()).isEqualTo(RenewalState.PAID);
        hands.rekey(order.items().get(1).id(), false);

        Awaitility.await().until(() -> !hands.isRunning(renewal));
        var end = view(actor, renewal);
        assertThat(end.state()).isEqualTo(RenewalState.RENEWED);
        assertThat(end.step()).isEqualTo(Step.INVOICE);
        assertThat(end.order()).isNotNull();
        assertThat(end.order().state()).isEqualTo(OrderState.FULFILLED);
        assertThat(end.order().items())
                .extracting(item -> item.state())
                .containsExactly(ItemState.RENEWED, ItemState.SETTLED);
        assertThat(timeline.of(renewal))
                .extracting(entry -> entry.verb())
                .contains(
                        "renewal-started",
                        "certificates-chosen",
                        "platforms-chosen",
                        "open-bids-declared",
                        "order-confirmed",
                        "order-placed",
                        "invoice-chosen",
                        "order-paid",
                        "entitlements-activated",
                        "platform-told",
                        "item-renewed",
                        "item-settled",
                        "renewal-completed");
    }

    @Test
    void a_platform_that_is_down_keeps_no_other_from_being_told_and_is_told_later() {
        var company = customers.company();
        var renewal = awaitingPayment(company.administrator(), company.main().id());
        paid(renewal);
        PLATFORMS.stubFor(WireMock.post("/SY-GGZY/entitlements").willReturn(WireMock.serverError()));

        assertThat(hands.letWork(tellPlatforms(), renewal)).isInstanceOf(Answer.Unknown.class);
        PLATFORMS.verify(1, WireMock.postRequestedFor(WireMock.urlEqualTo("/LN-JSGC/entitlements")));

        PLATFORMS.stubFor(
                WireMock.post("/SY-GGZY/entitlements").willReturn(WireMock.okJson("{\"status\":\"accepted\"}")));
        assertThat(hands.letWork(tellPlatforms(), renewal)).isInstanceOf(Answer.Done.class);
        PLATFORMS.verify(1, WireMock.postRequestedFor(WireMock.urlEqualTo("/LN-JSGC/entitlements")));
        PLATFORMS.verify(2, WireMock.postRequestedFor(WireMock.urlEqualTo("/SY-GGZY/entitlements")));
    }

    @Test
    void everybody_is_written_to_about_what_is_theirs() {
        var company = customers.company();
        var renewal = awaitingPayment(
                company.administrator(), company.main().id(), company.lead().id());
        paid(renewal);

        assertThat(notices.caseOf(renewal))
                .extracting(notice -> notice.kind())
                .containsExactlyInAnyOrder(
                        "order-placed",
                        "payment-received",
                        "activate-platforms",
                        "activate-platforms",
                        "update-key",
                        "update-key");
    }

    private Worker tellPlatforms() {
        return workers.stream()
                .filter(worker -> worker.topic().equals("tell-platforms"))
                .findFirst()
                .orElseThrow();
    }
}

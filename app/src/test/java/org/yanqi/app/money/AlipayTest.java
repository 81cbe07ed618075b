package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.security.PrivateKey;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.payment.AskProvider;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.PaymentState;

/** Alipay by its real wire: notices proven, trades that exist only once scanned, closes that may find money. */
class AlipayTest extends WithMoney {
    @Autowired
    AskProvider ask;

    private MockHttpServletResponse send(String body) {
        try {
            return http.perform(post("/api/callbacks/alipay")
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .content(body))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private MockHttpServletResponse send(Map<String, String> form, PrivateKey key) {
        return send(AlipayStandIn.body(form, key));
    }

    private Map<String, String> notice(Waiting waiting) {
        return ALIPAY.notice(
                UUID.randomUUID().toString(),
                waiting.payment().number(),
                waiting.order().fen());
    }

    @Test
    void a_proven_notice_pays_the_order_and_is_answered_success() throws Exception {
        var waiting = waiting(Channel.ALIPAY);
        ALIPAY.pay(waiting.payment().number(), waiting.order().fen());

        var answer = send(notice(waiting), Keys.PROVIDER.getPrivate());

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo("success");
        awaitPaid(waiting);
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void a_repeated_notice_is_answered_success_again_and_changes_nothing() throws Exception {
        var waiting = waiting(Channel.ALIPAY);
        ALIPAY.pay(waiting.payment().number(), waiting.order().fen());
        var notice = notice(waiting);
        for (var i = 0; i < 5; i++) {
            assertThat(send(notice, Keys.PROVIDER.getPrivate()).getContentAsString())
                    .isEqualTo("success");
        }
        awaitPaid(waiting);
        assertThat(exceptions.ofCase(waiting.renewal())).isEmpty();
    }

    @Test
    void forged_altered_foreign_and_malformed_notices_are_refused() {
        var waiting = waiting(Channel.ALIPAY);
        var notice = notice(waiting);

        assertThat(send(notice, Keys.STRANGER.getPrivate()).getStatus()).isEqualTo(401);
        var altered = AlipayStandIn.body(notice, Keys.PROVIDER.getPrivate())
                .replace("total_amount=" + AlipayStandIn.yuan(waiting.order().fen()), "total_amount=0.01");
        assertThat(send(altered).getStatus()).isEqualTo(401);
        var app = notice(waiting);
        app.put("app_id", "2021000000000002");
        assertThat(send(app, Keys.PROVIDER.getPrivate()).getStatus()).isEqualTo(403);
        var seller = notice(waiting);
        seller.put("seller_id", "2088000000000002");
        assertThat(send(seller, Keys.PROVIDER.getPrivate()).getStatus()).isEqualTo(403);
        var amount = notice(waiting);
        amount.put("total_amount", "a lot");
        assertThat(send(amount, Keys.PROVIDER.getPrivate()).getStatus()).isEqualTo(400);
        for (var body : new String[] {"", "x", "a=1&a=2", "%zz=1", "sign=&sign_type=RSA2"}) {
            assertThat(send(body).getStatus()).isBetween(400, 499);
        }
        assertThat(send("a=" + "x".repeat(10 * 1024 * 1024)).getStatus()).isEqualTo(413);
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.OPEN);
    }

    @Test
    void a_trade_that_nobody_scanned_is_not_paid_and_its_code_is_made_worthless_at_the_end() {
        var waiting = waiting(Channel.ALIPAY);
        assertThat(ask.ask(waiting.customer(), waiting.payment().id())).isEqualTo(AskProvider.Standing.NOT_PAID);

        accepted(walk.cancel(waiting.customer(), waiting.renewal(), "no"));

        Awaitility.await().until(() -> orders.one(waiting.order().id()).state() == OrderState.CANCELLED);
        assertThat(ALIPAY.cancelled).containsKey(waiting.payment().number());
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.CLOSED);
    }

    @Test
    void changing_from_one_channel_to_the_other_closes_the_first() {
        var waiting = waiting(Channel.ALIPAY);
        ALIPAY.trades.put(waiting.payment().number(), "WAIT_BUYER_PAY");

        accepted(walk.changePaymentMethod(waiting.customer(), waiting.renewal(), Channel.WECHAT));

        Awaitility.await().until(() -> payment(waiting).state() == PaymentState.CLOSED);
        assertThat(ALIPAY.trades).containsEntry(waiting.payment().number(), "TRADE_CLOSED");
        assertThat(open(waiting.renewal(), waiting.order(), Channel.WECHAT).code())
                .startsWith("weixin://");
    }

    @Test
    void money_found_while_changing_the_method_pays_the_order() {
        var waiting = waiting(Channel.ALIPAY);
        ALIPAY.pay(waiting.payment().number(), waiting.order().fen());

        accepted(walk.changePaymentMethod(waiting.customer(), waiting.renewal(), Channel.WECHAT));

        awaitPaid(waiting);
        assertThat(payments.ofOrder(waiting.order().id())).hasSize(1);
    }

    @Test
    void money_that_alipay_gives_back_while_cancelling_never_counts_whatever_is_told_later() throws Exception {
        var waiting = waiting(Channel.ALIPAY);
        ALIPAY.paidWhileCancelled.put(
                waiting.payment().number(), waiting.order().fen());

        accepted(walk.cancel(waiting.customer(), waiting.renewal(), "no"));

        Awaitility.await().until(() -> orders.one(waiting.order().id()).state() == OrderState.CANCELLED);
        assertThat(send(notice(waiting), Keys.PROVIDER.getPrivate()).getContentAsString())
                .isEqualTo("success");
        Awaitility.await()
                .until(() -> jdbc.sql(
                                "select count(*) from inbox_event where number = ? and kind = 'payment' and handled is"
                                        + " not null")
                        .param(waiting.payment().number())
                        .query(Long.class)
                        .single()
                        .equals(1L));
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(exceptions.ofCase(waiting.renewal())).isEmpty();
    }

    @Test
    void a_notice_sent_more_than_five_minutes_away_is_refused() {
        var waiting = waiting(Channel.ALIPAY);
        for (var minutes : new long[] {-6, 6}) {
            var notice = notice(waiting);
            notice.put("notify_time", AlipayStandIn.time(clock.instant().plusSeconds(60 * minutes)));
            assertThat(send(notice, Keys.PROVIDER.getPrivate()).getStatus()).isEqualTo(401);
        }
        var recent = notice(waiting);
        recent.put("notify_time", AlipayStandIn.time(clock.instant().minusSeconds(240)));
        assertThat(send(recent, Keys.PROVIDER.getPrivate()).getStatus()).isEqualTo(200);
    }

    @Test
    void a_notice_with_a_number_that_no_provider_sends_is_refused_and_not_an_error_of_ours() {
        var waiting = waiting(Channel.ALIPAY);
        for (var number : new String[] {"x".repeat(65), "a\u0000b"}) {
            var notice = notice(waiting);
            notice.put("out_trade_no", number);
            assertThat(send(notice, Keys.PROVIDER.getPrivate()).getStatus()).isBetween(400, 499);
        }
    }
}

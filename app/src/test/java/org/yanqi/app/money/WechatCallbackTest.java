package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.PaymentState;

/** What WeChat Pay says is believed when it is proven, once, and about us only. */
class WechatCallbackTest extends WithMoney {

    private int send(String path, String body, HttpHeaders headers) {
        try {
            return http.perform(post("/api/callbacks/wechat/" + path)
                            .headers(headers)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int send(String body) {
        return send("payment", body, WECHAT.signed(body, clock.instant()));
    }

    private String paid(Waiting waiting) {
        WECHAT.pay(waiting.payment().number(), waiting.order().fen());
        return about(waiting, UUID.randomUUID().toString());
    }

    private String about(Waiting waiting, String id) {
        return WECHAT.callback(
                id, WECHAT.transaction(waiting.payment().number(), WechatStandIn.MERCHANT, WechatStandIn.APP));
    }

    @Test
    void a_proven_payment_of_the_exact_amount_pays_the_order() {
        var waiting = waiting(Channel.WECHAT);

        assertThat(send(paid(waiting))).isEqualTo(204);

        awaitPaid(waiting);
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(payment(waiting).paidFen()).isEqualTo(waiting.order().fen());
    }

    @Test
    void fifty_repeats_at_once_are_one_payment_and_all_are_answered_alike() throws Exception {
        var waiting = waiting(Channel.WECHAT);
        var body = paid(waiting);
        var executor = Executors.newFixedThreadPool(10);
        try {
            var calls = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 50; i++) {
                calls.add(() -> send(body));
            }
            for (var answer : executor.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(204);
            }
        } finally {
            executor.shutdown();
        }
        awaitPaid(waiting);
        assertThat(jdbc.sql("select count(*) from inbox_event where number = ?")
                        .param(waiting.payment().number())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(exceptions.ofCase(waiting.renewal())).isEmpty();
    }

    @Test
    void the_same_payment_under_another_notification_id_changes_nothing() {
        var waiting = waiting(Channel.WECHAT);
        assertThat(send(paid(waiting))).isEqualTo(204);
        awaitPaid(waiting);

        assertThat(send(about(waiting, "another-id"))).isEqualTo(204);

        awaitHandled("another-id");
        assertThat(exceptions.ofCase(waiting.renewal())).isEmpty();
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    private void awaitHandled(String id) {
        Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from inbox_event where event_id = ? and handled is not null")
                        .param(id)
                        .query(Long.class)
                        .single()
                        .equals(1L));
    }

    @Test
    void a_forged_callback_is_refused_and_on_the_record() {
        var waiting = waiting(Channel.WECHAT);
        var body = paid(waiting);
        var forger = new WechatStandIn(Keys.STRANGER);
        var before = refusals();

        assertThat(send("payment", body, forger.signed(body, clock.instant()))).isEqualTo(401);

        assertThat(refusals()).isGreaterThan(before);
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.OPEN);
    }

    private long refusals() {
        return jdbc.sql("select count(*) from record_entry where verb = 'callback-refused'")
                .query(Long.class)
                .single();
    }

    @Test
    void an_altered_callback_is_refused() {
        var waiting = waiting(Channel.WECHAT);
        var body = paid(waiting);
        var headers = WECHAT.signed(body, clock.instant());

        assertThat(send("payment", body.replace("TRANSACTION.SUCCESS", "TRANSACTION.SUCCES5"), headers))
                .isEqualTo(401);
    }

    @Test
    void a_callback_signed_more_than_five_minutes_away_is_refused() {
        var waiting = waiting(Channel.WECHAT);
        var body = paid(waiting);
        var now = clock.instant();

        assertThat(send("payment", body, WECHAT.signed(body, now.minus(Duration.ofMinutes(6)))))
                .isEqualTo(401);
        assertThat(send("payment", body, WECHAT.signed(body, now.plus(Duration.ofMinutes(6)))))
                .isEqualTo(401);
        assertThat(send("payment", body, WECHAT.signed(body, now.minus(Duration.ofMinutes(4)))))
                .isEqualTo(204);
    }

    @Test
    void a_callback_about_another_merchant_or_app_is_refused() {
        var waiting = waiting(Channel.WECHAT);
        WECHAT.pay(waiting.payment().number(), waiting.order().fen());
        var number = waiting.payment().number();

        assertThat(send(WECHAT.callback("m", WECHAT.transaction(number, "1600000002", WechatStandIn.APP))))
                .isEqualTo(403);
        assertThat(send(WECHAT.callback("a", WECHAT.transaction(number, WechatStandIn.MERCHANT, "wxother"))))
                .isEqualTo(403);
    }

    @Test
    void malformed_and_huge_bodies_are_answered_4xx() {
        for (var body : new String[] {"", "{", "null", "[]", "{\"id\":1}", "\u0000", "{\"resource\":{}}"}) {
            assertThat(send(body)).isBetween(400, 499);
        }
        var huge = "x".repeat(10 * 1024 * 1024);
        assertThat(send(huge)).isEqualTo(413);
        assertThat(send("payment", "{}", new HttpHeaders())).isEqualTo(401);
        var headers = WECHAT.signed("{}", Instant.EPOCH);
        headers.set("Wechatpay-Timestamp", "99999999999999999999");
        assertThat(send("payment", "{}", headers)).isEqualTo(401);
    }

    @Test
    void a_probe_with_a_test_signature_is_refused_like_any_forgery() {
        var body = WECHAT.callback("probe", Map.of("mchid", WechatStandIn.MERCHANT));
        var headers = WECHAT.signed(body, clock.instant());
        headers.set("Wechatpay-Signature", "WECHATPAY/SIGNTEST/" + headers.getFirst("Wechatpay-Signature"));

        assertThat(send("payment", body, headers)).isEqualTo(401);
    }

    @Test
    void an_unknown_callback_path_is_never_a_success() throws Exception {
        for (var path : new String[] {"/api/callbacks/wechat/other", "/api/callbacks/nobody", "/api/callbacks"}) {
            assertThat(http.perform(post(path).content("{}"))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void another_amount_is_frozen_and_waits_for_finance() {
        var waiting = waiting(Channel.WECHAT);
        WECHAT.pay(waiting.payment().number(), waiting.order().fen() + 100);

        assertThat(send(about(waiting, UUID.randomUUID().toString()))).isEqualTo(204);

        var exception = awaitException(waiting);
        assertThat(exception.fen()).isEqualTo(waiting.order().fen() + 100);
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.FROZEN);
        assertThat(orders.one(waiting.order().id()).paid()).isNull();
    }

    @Test
    void money_under_a_number_that_is_not_ours_becomes_an_exception() {
        var number = "X" + UUID.randomUUID().toString().substring(0, 8);
        WECHAT.pay(number, 100);

        assertThat(send(WECHAT.callback(
                        UUID.randomUUID().toString(),
                        WECHAT.transaction(number, WechatStandIn.MERCHANT, WechatStandIn.APP))))
                .isEqualTo(204);

        Awaitility.await()
                .until(() -> jdbc.sql(
                                "select count(*) from payment_exception where number = ? and kind = 'UNKNOWN_ORDER'")
                        .param(number)
                        .query(Long.class)
                        .single()
                        .equals(1L));
    }
}

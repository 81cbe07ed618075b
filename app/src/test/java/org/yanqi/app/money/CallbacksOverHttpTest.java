package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.ExceptionKind;
import org.yanqi.process.payment.PaymentState;

/**
 * Every case of the inbox over real HTTP, sealed and signed by the providers' own SDKs: what is not proven is answered 4xx, what is
 * proven is answered as received whatever it says, and each case has its metric.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"vaadin.productionMode=true", "vaadin.frontend.hotdeploy=false"})
class CallbacksOverHttpTest extends WithMoney {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private SealedCallback of(Waiting waiting, long fen) {
        return of(waiting.payment().channel(), waiting.payment().number(), fen);
    }

    private SealedCallback of(Channel channel, String number, long fen) {
        return new SealedCallback(port, channel, number, fen, clock.instant());
    }

    private SealedCallback paid(Waiting waiting) {
        return of(waiting, waiting.order().fen());
    }

    /** As the provider wants to hear that its callback arrived. */
    private void received(SealedCallback callback) {
        var answer = send(callback.request());
        if (callback.channel == Channel.WECHAT) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("success");
        }
    }

    private void refused(SealedCallback callback, int status, String reason) {
        var before = counted("yanqi.callbacks.refused", "sender", sender(callback), "reason", reason);
        var answer = send(callback.request());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("success");
        assertThat(counted("yanqi.callbacks.refused", "sender", sender(callback), "reason", reason))
                .isEqualTo(before + 1);
        assertThat(events(callback.number)).isZero();
    }

    private static String sender(SealedCallback callback) {
        return callback.channel.name().toLowerCase(Locale.ROOT);
    }

    private double counted(String name, String... tags) {
        var counter = meters.find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    private double exceptionsOf(Channel channel, ExceptionKind kind) {
        return counted("yanqi.payment.exceptions", "channel", channel.name(), "kind", kind.name());
    }

    private long events(String number) {
        return jdbc.sql("select count(*) from inbox_event where number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private static Channel other(Channel channel) {
        return channel == Channel.WECHAT ? Channel.ALIPAY : Channel.WECHAT;
    }

    private void becomesAnException(SealedCallback callback, Waiting waiting, ExceptionKind kind) {
        var before = exceptionsOf(callback.channel, kind);
        received(callback);
        var exception = awaitException(waiting);
        assertThat(exception.kind()).isEqualTo(kind);
        assertThat(exception.fen()).isEqualTo(callback.fen);
        assertThat(exceptionsOf(callback.channel, kind)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_payment_is_received_and_its_repeat_is_answered_alike_and_changes_nothing(Channel channel) {
        var waiting = waiting(channel);
        var callback = paid(waiting);
        var first = counted("yanqi.callbacks.accepted", "sender", sender(callback), "repeat", "false");
        var repeats = counted("yanqi.callbacks.accepted", "sender", sender(callback), "repeat", "true");
        received(callback);
        awaitPaid(waiting);
        received(callback);
        assertThat(counted("yanqi.callbacks.accepted", "sender", sender(callback), "repeat", "false"))
                .isEqualTo(first + 1);
        assertThat(counted("yanqi.callbacks.accepted", "sender", sender(callback), "repeat", "true"))
                .isEqualTo(repeats + 1);
        assertThat(events(callback.number)).isEqualTo(1);
        assertThat(exceptions.ofCase(waiting.renewal())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_wrong_amount_is_received_and_becomes_an_exception(Channel channel) {
        var waiting = waiting(channel);
        becomesAnException(of(waiting, waiting.order().fen() + 100), waiting, ExceptionKind.AMOUNT_DIFFERS);
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.FROZEN);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void money_for_an_unknown_order_is_received_and_becomes_an_exception(Channel channel) {
        var stray = of(channel, "X" + UUID.randomUUID().toString().substring(0, 8), 100);
        var before = exceptionsOf(channel, ExceptionKind.UNKNOWN_ORDER);
        received(stray);
        Awaitility.await()
                .until(() -> jdbc.sql("select kind from payment_exception where number = ?")
                        .param(stray.number)
                        .query(String.class)
                        .list()
                        .contains("UNKNOWN_ORDER"));
        assertThat(exceptionsOf(channel, ExceptionKind.UNKNOWN_ORDER)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void money_for_a_closed_order_is_received_and_becomes_an_exception(Channel channel) {
        var waiting = waiting(channel);
        accepted(walk.cancel(waiting.customer(), waiting.renewal(), "changed my mind"));
        Awaitility.await().until(() -> orders.one(waiting.order().id()).state() == OrderState.CANCELLED);
        becomesAnException(paid(waiting), waiting, ExceptionKind.PAID_AFTER_CLOSE);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_second_payment_is_received_and_becomes_an_exception(Channel channel) {
        var waiting = waiting(channel);
        accepted(walk.changePaymentMethod(waiting.customer(), waiting.renewal(), other(channel)));
        Awaitility.await().until(() -> payment(waiting).state() == PaymentState.CLOSED);
        var second = open(waiting.renewal(), waiting.order(), other(channel));
        received(of(other(channel), second.number(), waiting.order().fen()));
        awaitPaid(waiting);
        becomesAnException(paid(waiting), waiting, ExceptionKind.PAID_TWICE);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_forged_callback_is_refused(Channel channel) {
        var callback = paid(waiting(channel));
        callback.key = Keys.STRANGER;
        refused(callback, 401, channel == Channel.WECHAT ? "signature or content not proven" : "signature not proven");
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_callback_without_a_signature_is_refused(Channel channel) {
        var callback = paid(waiting(channel));
        callback.signed = false;
        refused(callback, 401, channel == Channel.WECHAT ? "a header is missing" : "signature not proven");
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_callback_of_more_than_five_minutes_before_or_after_is_refused(Channel channel) {
        var waiting = waiting(channel);
        for (var minutes : new int[] {-6, 6}) {
            var callback = paid(waiting);
            callback.at = clock.instant().plus(Duration.ofMinutes(minutes));
            refused(callback, 401, "outside the time window");
        }
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_callback_about_another_merchant_or_app_is_refused(Channel channel) {
        var reason = channel == Channel.WECHAT ? "another merchant or app" : "another app or seller";
        var waiting = waiting(channel);
        var merchant = paid(waiting);
        merchant.merchant = "2088000000000009";
        refused(merchant, 403, reason);
        var app = paid(waiting);
        app.app = "wxsomebodyelse";
        refused(app, 403, reason);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_malformed_callback_is_refused(Channel channel) {
        var callback = paid(waiting(channel));
        callback.body = "{\"id\":";
        refused(callback, 400, channel == Channel.WECHAT ? "not a notification" : "fields are missing or malformed");
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void an_oversized_callback_is_refused(Channel channel) {
        var callback = paid(waiting(channel));
        callback.body = "a=" + "x".repeat(64 * 1024);
        refused(callback, 413, "body too long");
    }
}

package org.yanqi.bench.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import com.wechat.pay.java.core.cipher.RSASigner;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callbacks as they come over HTTP, signed by the SDKs' own signers: what is not proven is 4xx, what is proven is taken in. */
class CallbacksTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final DateTimeFormatter CHINA =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Town town = Town.shared();
    private final PrivateKey wechat = town.wechatKey();
    private final PrivateKey alipay = town.alipayKey();
    private final PrivateKey stranger = stranger();

    CallbacksTest() throws Exception {
        assertThat(town.callbacks()).startsWith("http");
    }

    private static PrivateKey stranger() throws GeneralSecurityException {
        var maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        return maker.generateKeyPair().getPrivate();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private double counted(String name, String... tags) {
        var counter =
                town.product().part(MeterRegistry.class).find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    private int wechat(String path, String body, PrivateKey key, Instant at) throws Exception {
        var id = town.books().signingKey();
        var timestamp = Long.toString(at.getEpochSecond());
        var signed = new RSASigner(id, key).sign(timestamp + "\nnonce\n" + body + "\n");
        return send(HttpRequest.newBuilder(URI.create(town.callbacks() + "/wechat/" + path))
                        .header("Content-Type", "application/json")
                        .header("Wechatpay-Timestamp", timestamp)
                        .header("Wechatpay-Nonce", "nonce")
                        .header("Wechatpay-Serial", id)
                        .header("Wechatpay-Signature", signed.getSign())
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private String payment(String id, String merchant, String number) throws Exception {
        return notification(
                id,
                "transaction",
                "{\"mchid\":\"" + merchant + "\",\"appid\":\"" + town.paper("wechat.app-id")
                        + "\",\"out_trade_no\":\"" + number + "\",\"transaction_id\":\"42" + number
                        + "\",\"trade_state\":\"SUCCESS\",\"success_time\":\"2026-11-25T10:00:00+08:00\","
                        + "\"amount\":{\"total\":100,\"currency\":\"CNY\"}}");
    }

    private String refund(String merchant) throws Exception {
        return notification(
                UUID.randomUUID().toString(),
                "refund",
                "{\"mchid\":\"" + merchant
                        + "\",\"out_trade_no\":\"X1\",\"out_refund_no\":\"R-unknown\",\"refund_id\":\"50\","
                        + "\"refund_status\":\"SUCCESS\",\"success_time\":\"2026-11-25T10:00:00+08:00\","
                        + "\"amount\":{\"total\":100,\"refund\":100}}");
    }

    private String notification(String id, String type, String content) throws Exception {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var key = town.paper("wechat.api-v3-key").getBytes(StandardCharsets.UTF_8);
        var nonce = "0123456789ab".getBytes(StandardCharsets.UTF_8);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(type.getBytes(StandardCharsets.UTF_8));
        var sealed = Base64.getEncoder().encodeToString(cipher.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        return "{\"id\":\"" + id + "\",\"event_type\":\"X\",\"resource_type\":\"encrypt-resource\",\"resource\":{"
                + "\"original_type\":\"" + type + "\",\"algorithm\":\"AEAD_AES_256_GCM\",\"ciphertext\":\"" + sealed
                + "\",\"associated_data\":\"" + type + "\",\"nonce\":\"0123456789ab\"}}";
    }

    private void awaitUnknown(String number) {
        Awaitility.await()
                .until(() -> town.product()
                        .part(JdbcClient.class)
                        .sql("select count(*) from payment_exception where number = ? and kind = 'UNKNOWN_ORDER'")
                        .param(number)
                        .query(Long.class)
                        .single()
                        .equals(1L));
    }

    @Test
    void wechat_callbacks_are_taken_in_when_proven_and_refused_otherwise_each_with_its_metric() throws Exception {
        var merchant = town.paper("wechat.merchant-id");
        var number = "X" + UUID.randomUUID().toString().substring(0, 12);
        var body = payment(UUID.randomUUID().toString(), merchant, number);
        var now = Instant.now();

        assertThat(wechat("payment", body, stranger, now)).isEqualTo(401);
        assertThat(wechat("payment", body, wechat, now.minusSeconds(360))).isEqualTo(401);
        assertThat(wechat("payment", payment("m", "1600000009", number), wechat, now))
                .isEqualTo(403);
        assertThat(wechat("refund", refund("1600000009"), wechat, now)).isEqualTo(403);
        assertThat(wechat("payment", "{\"id\":1}", wechat, now)).isBetween(400, 499);
        assertThat(wechat("payment", "x".repeat(300_000), wechat, now)).isEqualTo(413);
        assertThat(send(HttpRequest.newBuilder(URI.create(town.callbacks() + "/wechat/payment"))
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(401);
        for (var time = 0; time < 3; time++) {
            assertThat(wechat("payment", body, wechat, now)).isEqualTo(204);
        }
        assertThat(wechat("refund", refund(merchant), wechat, now)).isEqualTo(204);

        awaitUnknown(number);
        for (var reason : new String[] {
            "signature or content not proven",
            "not a notification",
            "outside the time window",
            "another merchant or app",
            "body too long",
            "a header is missing"
        }) {
            assertThat(counted("yanqi.callbacks.refused", "sender", "wechat", "reason", reason))
                    .as(reason)
                    .isPositive();
        }
        assertThat(counted("yanqi.callbacks.accepted", "sender", "wechat", "kind", "payment", "repeat", "true"))
                .isGreaterThanOrEqualTo(2);
        assertThat(counted("yanqi.callbacks.accepted", "sender", "wechat", "kind", "refund", "repeat", "false"))
                .isPositive();
        assertThat(counted("yanqi.payment.exceptions", "channel", "WECHAT", "kind", "UNKNOWN_ORDER"))
                .isPositive();
    }

    private HttpResponse<String> alipay(Map<String, String> form, PrivateKey key)
            throws AlipayApiException, IOException, InterruptedException {
        var signed = new TreeMap<>(form);
        var base64 = Base64.getEncoder().encodeToString(key.getEncoded());
        signed.put(
                "sign",
                AlipaySignature.rsaSign(AlipaySignature.getSignContent(new TreeMap<>(form)), base64, "UTF-8", "RSA2"));
        signed.put("sign_type", "RSA2");
        var body = signed.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(town.callbacks() + "/alipay"))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Map<String, String> notice(String number) throws IOException {
        var now = CHINA.format(Instant.now());
        return new TreeMap<>(Map.of(
                "notify_id",
                UUID.randomUUID().toString(),
                "notify_time",
                now,
                "app_id",
                town.paper("alipay.app-id"),
                "seller_id",
                town.paper("alipay.seller-id"),
                "out_trade_no",
                number,
                "trade_no",
                "2026" + number,
                "trade_status",
                "TRADE_SUCCESS",
                "total_amount",
                "1.00",
                "gmt_payment",
                now));
    }

    private int changed(String number, String field, String value) throws Exception {
        var notice = notice(number);
        notice.put(field, value);
        return alipay(notice, alipay).statusCode();
    }

    @Test
    void alipay_notices_are_answered_success_when_proven_and_refused_otherwise_each_with_its_metric() throws Exception {
        var number = "X" + UUID.randomUUID().toString().substring(0, 12);
        var notice = notice(number);

        assertThat(alipay(notice, stranger).statusCode()).isEqualTo(401);
        assertThat(changed(number, "app_id", "2021000000000009")).isEqualTo(403);
        assertThat(changed(number, "seller_id", "2088000000000009")).isEqualTo(403);
        assertThat(changed(number, "notify_time", CHINA.format(Instant.now().minusSeconds(360))))
                .isEqualTo(401);
        assertThat(changed(number, "total_amount", "a lot")).isEqualTo(400);
        assertThat(changed(number, "body", "x".repeat(300_000))).isEqualTo(413);
        for (var time = 0; time < 3; time++) {
            var answer = alipay(notice, alipay);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("success");
        }

        awaitUnknown(number);
        for (var reason : new String[] {
            "signature not proven",
            "another app or seller",
            "outside the time window",
            "fields are missing or malformed",
            "body too long"
        }) {
            assertThat(counted("yanqi.callbacks.refused", "sender", "alipay", "reason", reason))
                    .as(reason)
                    .isPositive();
        }
        assertThat(counted("yanqi.callbacks.accepted", "sender", "alipay", "kind", "payment", "repeat", "true"))
                .isGreaterThanOrEqualTo(2);
    }
}

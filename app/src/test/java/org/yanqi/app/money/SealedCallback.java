package org.yanqi.app.money;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.RSASigner;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yanqi.process.payment.Channel;

/** A callback about money, sealed and signed by its provider's own SDK; true until a test makes it otherwise. */
final class SealedCallback {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Channel channel;
    final String number;
    final long fen;
    private final int port;
    private final String id = UUID.randomUUID().toString();
    KeyPair key = Keys.PROVIDER;
    Instant at;
    String merchant;
    String app;
    boolean signed = true;
    String body = "";

    SealedCallback(int port, Channel channel, String number, long fen, Instant at) {
        this.port = port;
        this.at = at;
        this.channel = channel;
        this.number = number;
        this.fen = fen;
        this.merchant = channel == Channel.WECHAT ? WechatStandIn.MERCHANT : AlipayStandIn.SELLER;
        this.app = channel == Channel.WECHAT ? WechatStandIn.APP : AlipayStandIn.APP;
        if (channel == Channel.WECHAT) {
            WithMoney.WECHAT.pay(number, fen);
        } else {
            WithMoney.ALIPAY.pay(number, fen);
        }
    }

    HttpRequest request() {
        return channel == Channel.WECHAT ? wechat() : alipay();
    }

    private HttpRequest wechat() {
        var sent = body.isEmpty() ? sealed(WithMoney.WECHAT.transaction(number, merchant, app)) : body;
        var timestamp = Long.toString(at.getEpochSecond());
        var nonce = UUID.randomUUID().toString().replace("-", "");
        var request = post("/api/callbacks/wechat/payment", "application/json", sent)
                .header("Wechatpay-Timestamp", timestamp)
                .header("Wechatpay-Nonce", nonce)
                .header("Wechatpay-Serial", WechatStandIn.KEY_ID);
        if (signed) {
            var signature = new RSASigner(WechatStandIn.KEY_ID, key.getPrivate())
                    .sign(timestamp + "\n" + nonce + "\n" + sent + "\n")
                    .getSign();
            request.header("Wechatpay-Signature", signature);
        }
        return request.build();
    }

    private String sealed(Map<String, Object> resource) {
        try {
            var nonce = "nonce0123456";
            var sealed = new AeadAesCipher(WechatStandIn.API_KEY.getBytes(StandardCharsets.UTF_8))
                    .encrypt(
                            "transaction".getBytes(StandardCharsets.UTF_8),
                            nonce.getBytes(StandardCharsets.UTF_8),
                            JSON.writeValueAsBytes(resource));
            return JSON.writeValueAsString(Map.of(
                    "id",
                    id,
                    "create_time",
                    WechatStandIn.PAID_AT,
                    "event_type",
                    "TRANSACTION.SUCCESS",
                    "resource_type",
                    "encrypt-resource",
                    "resource",
                    Map.of(
                            "algorithm",
                            "AEAD_AES_256_GCM",
                            "ciphertext",
                            sealed,
                            "associated_data",
                            "transaction",
                            "nonce",
                            nonce)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest alipay() {
        if (!body.isEmpty()) {
            return post("/api/callbacks/alipay", "application/x-www-form-urlencoded", body)
                    .build();
        }
        var form = new HashMap<>(WithMoney.ALIPAY.notice(id, number, fen));
        form.put("notify_time", AlipayStandIn.time(at));
        form.put("app_id", app);
        form.put("seller_id", merchant);
        if (signed) {
            form.put("sign", sign(form));
            form.put("sign_type", "RSA2");
        }
        var sent = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post("/api/callbacks/alipay", "application/x-www-form-urlencoded", sent)
                .build();
    }

    private String sign(Map<String, String> form) {
        try {
            return AlipaySignature.rsaSign(
                    AlipaySignature.getSignCheckContentV1(new HashMap<>(form)),
                    Base64.getEncoder().encodeToString(key.getPrivate().getEncoded()),
                    "UTF-8",
                    "RSA2");
        } catch (AlipayApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder post(String path, String type, String text) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type)
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(text));
    }
}

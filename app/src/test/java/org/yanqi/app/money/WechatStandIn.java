package org.yanqi.app.money;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** WeChat Pay's side of the wire, by the specification: remembers orders, signs every answer and every callback. */
final class WechatStandIn {
    static final String PAID_AT = "2026-11-22T12:00:00+08:00";

    static final String MERCHANT = "1600000001";
    static final String APP = "wxtest0000000001";
    static final String KEY_ID = "PUB_KEY_ID_0116000000012025";
    static final String API_KEY = "0123456789abcdef0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An order as the provider knows it. */
    static final class Sale {
        final long total;
        volatile String state = "NOTPAY";
        volatile long paid;
        volatile String transaction = "";

        Sale(long total) {
            this.total = total;
        }
    }

    final Map<String, Sale> sales = new ConcurrentHashMap<>();
    final Map<String, String> refunds = new ConcurrentHashMap<>();
    final AtomicInteger refundRequests = new AtomicInteger();
    volatile String refundAnswer = "SUCCESS";
    volatile boolean down;
    /** When its buyers pay. */
    volatile String paidAt = PAID_AT;

    final KeyPair platform;
    private final WireMockServer server;

    WechatStandIn(KeyPair platform) {
        this.platform = platform;
        server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(new Wire()));
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
        server.start();
    }

    /** Answers every request; WireMock keeps the case of header names, which the SDK looks up literally. */
    private final class Wire implements ResponseTransformerV2 {
        @Override
        public Response transform(Response response, ServeEvent event) {
            try {
                var request = event.getRequest();
                return serve(
                        request.getUrl().replaceAll("\\?.*", ""),
                        String.valueOf(request.getHeader("Authorization")),
                        request.getBodyAsString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getName() {
            return "wechat";
        }
    }

    String endpoint() {
        return server.baseUrl() + "/wechat";
    }

    /** The customer pays. */
    void pay(String number, long fen) {
        var sale = sales.computeIfAbsent(number, unknown -> new Sale(fen));
        sale.paid = fen;
        sale.transaction = "42" + UUID.randomUUID().toString().replace("-", "").substring(0, 26);
        sale.state = "SUCCESS";
    }

    private Response serve(String path, String authorization, String body) throws IOException {
        if (down || !authorization.startsWith("WECHATPAY2-SHA256-RSA2048 ")) {
            return Response.response().status(down ? 503 : 401).build();
        }
        var asked = body.isEmpty() ? Map.<String, Object>of() : map(body);
        if (path.endsWith("/v3/pay/transactions/native")) {
            return prepay(asked);
        }
        if (path.endsWith("/close")) {
            return close(path.substring(0, path.length() - "/close".length()));
        }
        if (path.contains("/out-trade-no/")) {
            return query(last(path));
        }
        if (path.endsWith("/refunds")) {
            refundRequests.incrementAndGet();
            refunds.put(String.valueOf(asked.get("out_refund_no")), refundAnswer);
            return refund(String.valueOf(asked.get("out_refund_no")));
        }
        return refund(last(path));
    }

    private Response prepay(Map<String, Object> asked) throws IOException {
        var number = String.valueOf(asked.get("out_trade_no"));
        var total = ((Number) ((Map<?, ?>) asked.get("amount")).get("total")).longValue();
        var sale = sales.computeIfAbsent(number, fresh -> new Sale(total));
        if (sale.state.equals("SUCCESS")) {
            return answer(400, Map.of("code", "ORDERPAID", "message", "paid"));
        } else if (number.startsWith("refuse")) {
            return answer(403, Map.of("code", "NO_AUTH", "message", "no"));
        } else {
            return answer(200, Map.of("code_url", "weixin://wxpay/" + number));
        }
    }

    private Response close(String path) throws IOException {
        var sale = sales.get(last(path));
        if (sale != null && sale.state.equals("SUCCESS")) {
            return answer(400, Map.of("code", "ORDERPAID", "message", "paid"));
        } else {
            if (sale != null) {
                sale.state = "CLOSED";
            }
            return answer(204, null);
        }
    }

    private Response query(String number) throws IOException {
        if (sales.containsKey(number)) {
            return answer(200, transaction(number, MERCHANT, APP));
        } else {
            return answer(404, Map.of("code", "ORDER_NOT_EXIST", "message", "none"));
        }
    }

    private Response refund(String number) throws IOException {
        var state = refunds.get(number);
        if (state == null) {
            return answer(404, Map.of("code", "RESOURCE_NOT_EXISTS", "message", "none"));
        } else {
            return answer(200, Map.of("refund_id", "R" + number, "out_refund_no", number, "status", state));
        }
    }

    Map<String, Object> transaction(String number, String merchant, String app) {
        var sale = sales.get(number);
        var told = new LinkedHashMap<String, Object>();
        told.put("appid", app);
        told.put("mchid", merchant);
        told.put("out_trade_no", number);
        told.put("trade_state", sale == null ? "SUCCESS" : sale.state);
        if (sale != null && sale.state.equals("SUCCESS")) {
            told.put("transaction_id", sale.transaction);
            told.put("success_time", paidAt);
            told.put("payer", Map.of("openid", "oOpenId"));
            told.put("amount", Map.of("total", sale.paid, "payer_total", sale.paid, "currency", "CNY"));
        }
        return told;
    }

    private Response answer(int status, @Nullable Object content) throws IOException {
        var body = content == null ? "" : JSON.writeValueAsString(content);
        var headers = new ArrayList<HttpHeader>();
        signed(body, Instant.now()).forEach((name, values) -> headers.add(new HttpHeader(name, values)));
        headers.add(new HttpHeader("Content-Type", "application/json; charset=utf-8"));
        return Response.response()
                .status(status)
                .headers(new com.github.tomakehurst.wiremock.http.HttpHeaders(headers))
                .body(body)
                .build();
    }

    /** The body of a callback about a paid order. */
    String callback(String id, Map<String, Object> resource) {
        try {
            var nonce = "nonce0123456";
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(API_KEY.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
            var sealed = cipher.doFinal(JSON.writeValueAsString(resource).getBytes(StandardCharsets.UTF_8));
            return JSON.writeValueAsString(Map.of(
                    "id",
                    id,
                    "create_time",
                    paidAt,
                    "event_type",
                    "TRANSACTION.SUCCESS",
                    "resource_type",
                    "encrypt-resource",
                    "resource",
                    Map.of(
                            "algorithm",
                            "AEAD_AES_256_GCM",
                            "ciphertext",
                            Base64.getEncoder().encodeToString(sealed),
                            "associated_data",
                            "transaction",
                            "nonce",
                            nonce)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpHeaders signed(String body, Instant at) {
        return signed(body, at, KEY_ID);
    }

    /** Signed with this stand-in's key under another id. */
    HttpHeaders signed(String body, Instant at, String keyId) {
        try {
            var timestamp = Long.toString(at.getEpochSecond());
            var nonce = UUID.randomUUID().toString().replace("-", "");
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(platform.getPrivate());
            signature.update((timestamp + "\n" + nonce + "\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
            var headers = new HttpHeaders();
            headers.add("Wechatpay-Timestamp", timestamp);
            headers.add("Wechatpay-Nonce", nonce);
            headers.add("Wechatpay-Serial", keyId);
            headers.add("Wechatpay-Signature", Base64.getEncoder().encodeToString(signature.sign()));
            headers.add("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
            headers.add("Request-ID", nonce);
            return headers;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(String body) throws IOException {
        return JSON.readValue(body, Map.class);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

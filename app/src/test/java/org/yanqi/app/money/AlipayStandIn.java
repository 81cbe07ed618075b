package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Alipay's side of the wire, by the specification: a trade exists once it was scanned; successes and notices are signed. */
final class AlipayStandIn {
    static final String APP = "2021000000000001";
    static final String SELLER = "2088000000000001";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter NOW =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    /** Trades by number: WAIT_BUYER_PAY, TRADE_SUCCESS, TRADE_CLOSED; absent until scanned. */
    final Map<String, String> trades = new ConcurrentHashMap<>();

    final Map<String, Long> paid = new ConcurrentHashMap<>();
    final Map<String, String> cancelled = new ConcurrentHashMap<>();
    final Map<String, Long> paidWhileCancelled = new ConcurrentHashMap<>();
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final WireMockServer server;

    AlipayStandIn() {
        server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(new Wire()));
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
        server.start();
    }

    String endpoint() {
        return server.baseUrl() + "/alipay/gateway.do";
    }

    /** A request that has arrived and is not served before it is let go. */
    record Held(CountDownLatch arrived, CountDownLatch go) {}

    /** The next cancel of this trade is served when the test says so, with what was paid until then. */
    Held holdCancel(String number) {
        var one = new Held(new CountDownLatch(1), new CountDownLatch(1));
        held.put(number, one);
        return one;
    }

    void pay(String number, long fen) {
        trades.put(number, "TRADE_SUCCESS");
        paid.put(number, fen);
    }

    private final class Wire implements ResponseTransformerV2 {
        @Override
        public Response transform(Response response, ServeEvent event) {
            try {
                var form = form(event.getRequest().getUrl().replaceAll("^[^?]*\\??", ""));
                form.putAll(form(event.getRequest().getBodyAsString()));
                var method = form.get("method");
                var content = JSON.writeValueAsString(serve(method, JSON.readTree(form.get("biz_content"))));
                var body = "{\"" + method.replace('.', '_') + "_response\":" + content + ",\"sign\":\""
                        + sign(content, Keys.PROVIDER.getPrivate()) + "\"}";
                return Response.response().status(200).body(body).build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getName() {
            return "alipay";
        }
    }

    private Map<String, Object> serve(String method, JsonNode asked) {
        var number = asked.path("out_trade_no").asText();
        return switch (method) {
            case "alipay.trade.precreate" ->
                ok(Map.of("out_trade_no", number, "qr_code", "https://qr.alipay.com/" + number));
            case "alipay.trade.cancel" -> cancel(number);
            case "alipay.trade.refund" -> ok(Map.of("out_trade_no", number, "fund_change", "Y"));
            case "alipay.trade.fastpay.refund.query" -> ok(Map.of("refund_status", "REFUND_SUCCESS"));
            case "alipay.trade.close" -> close(number);
            default -> query(number);
        };
    }

    /** What was paid in the moment of the cancel is given back. */
    private Map<String, Object> cancel(String number) {
        var fen = Optional.ofNullable(held.remove(number))
                .map(one -> served(one, number))
                .orElseGet(() -> paidWhileCancelled.remove(number));
        if (fen != null) {
            pay(number, fen);
            trades.put(number, "TRADE_CLOSED");
        }
        cancelled.put(number, fen == null ? "close" : "refund");
        return ok(Map.of("out_trade_no", number, "retry_flag", "N", "action", fen == null ? "close" : "refund"));
    }

    private @Nullable Long served(Held one, String number) {
        one.arrived().countDown();
        try {
            assertThat(one.go().await(8, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return paid.get(number);
    }

    private Map<String, Object> close(String number) {
        if ("WAIT_BUYER_PAY".equals(trades.get(number))) {
            trades.put(number, "TRADE_CLOSED");
            return ok(Map.of("out_trade_no", number));
        }
        return failure("ACQ.TRADE_STATUS_ERROR");
    }

    private Map<String, Object> query(String number) {
        var state = trades.get(number);
        if (state == null) {
            return failure("ACQ.TRADE_NOT_EXIST");
        }
        var told = new LinkedHashMap<String, Object>();
        told.put("out_trade_no", number);
        told.put("trade_no", "2026" + number);
        told.put("trade_status", state);
        told.put("total_amount", yuan(paid.getOrDefault(number, 1L)));
        told.put("buyer_user_id", "2088101");
        told.put("buyer_logon_id", "138****0000");
        if (paid.containsKey(number)) {
            told.put("send_pay_date", "2026-11-22 12:00:00");
        }
        return ok(told);
    }

    private static Map<String, Object> ok(Map<String, Object> content) {
        var told = new LinkedHashMap<String, Object>();
        told.put("code", "10000");
        told.put("msg", "Success");
        told.putAll(content);
        return told;
    }

    private static Map<String, Object> failure(String code) {
        return Map.of("code", "40004", "msg", "Business Failed", "sub_code", code, "sub_msg", "no");
    }

    static String time(Instant at) {
        return NOW.format(at);
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** The parameters of a notice about a paid trade, unsigned. */
    Map<String, String> notice(String id, String number, long fen) {
        var form = new HashMap<String, String>();
        form.put("notify_id", id);
        form.put("notify_type", "trade_status_sync");
        form.put("notify_time", NOW.format(Instant.now()));
        form.put("app_id", APP);
        form.put("seller_id", SELLER);
        form.put("out_trade_no", number);
        form.put("trade_no", "2026" + number);
        form.put("trade_status", "TRADE_SUCCESS");
        form.put("total_amount", yuan(fen));
        form.put("gmt_payment", NOW.format(Instant.now()));
        form.put("subject", "数字证书延期 + & %");
        form.put("buyer_id", "2088101");
        return form;
    }

    static String body(Map<String, String> form, PrivateKey key) {
        var signed = new TreeMap<>(form);
        var text = signed.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
        signed.put("sign", sign(text, key));
        signed.put("sign_type", "RSA2");
        return signed.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String sign(String text, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        for (var pair : body.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}

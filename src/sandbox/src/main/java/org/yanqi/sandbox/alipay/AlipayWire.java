package org.yanqi.sandbox.alipay;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yanqi.sandbox.papers.MerchantPapers;
import org.yanqi.sandbox.wire.Callback;
import org.yanqi.sandbox.wire.CallbackFormat;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;

/** Alipay's wire format: RSA2 over sorted parameters in, a signed JSON node out, a signed form as notice. */
final class AlipayWire implements CallbackFormat {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private final Clock clock;
    private final MerchantPapers papers;

    AlipayWire(Clock clock, MerchantPapers papers) {
        this.clock = clock;
        this.papers = papers;
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static Instant instant(String time) {
        try {
            return TIME.parse(time, Instant::from);
        } catch (DateTimeException e) {
            throw AlipayTrades.failure("ACQ.INVALID_PARAMETER", "time_expire 格式须为 yyyy-MM-dd HH:mm:ss");
        }
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** Fen from yuan as text; 0 for what is no amount. */
    static long fen(String yuan) {
        try {
            return new BigDecimal(yuan).movePointRight(2).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return 0;
        }
    }

    /** The parameters of a request, from address and form alike. */
    static Map<String, String> parameters(Exchange ctx) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.putAll(ctx.queryParams());
        parameters.putAll(ctx.formParams());
        return parameters;
    }

    /** Refuses what the merchant's key did not sign. */
    void authenticate(Map<String, String> parameters) {
        if (!papers.get("alipay.app-id").equals(parameters.get("app_id"))) {
            throw new Refusal(40002, "isv.invalid-app-id", "无效的AppID参数");
        }
        Map<String, String> signed = new TreeMap<>(parameters);
        signed.remove("sign");
        if (!"RSA2".equals(parameters.get("sign_type"))
                || !Crypto.verifies(
                        joined(signed),
                        parameters.getOrDefault("sign", ""),
                        papers.alipayApp().getPublic())) {
            throw new Refusal(40002, "isv.invalid-signature", "验签出错，请检查密钥和签名内容");
        }
    }

    private static String joined(Map<String, String> sorted) {
        return sorted.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }

    void succeed(Exchange ctx, String method, Map<String, Object> content) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("code", "10000");
        node.put("msg", "Success");
        node.putAll(content);
        answer(ctx, method, node);
    }

    /** The refusal's status is Alipay's gateway code: 40002 for bad requests, 40004 for business refusals. */
    void refuse(Exchange ctx, String method, Refusal refusal) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("code", Integer.toString(refusal.status()));
        node.put("msg", refusal.status() == 40004 ? "Business Failed" : "Invalid Arguments");
        node.put("sub_code", refusal.code());
        node.put("sub_msg", refusal.words());
        answer(ctx, method, node);
    }

    private void answer(Exchange ctx, String method, Map<String, Object> node) {
        String content = Json.write(node);
        String name = method.isEmpty() ? "error_response" : method.replace('.', '_') + "_response";
        String sign = Crypto.sign(content, papers.alipayPlatform().getPrivate());
        ctx.status(200)
                .contentType("text/html;charset=utf-8")
                .result("{\"" + name + "\":" + content + ",\"sign\":\"" + sign + "\"}");
    }

    @Override
    public HttpRequest request(Callback callback, boolean forged) {
        Map<String, String> form = new TreeMap<>();
        Json.readObject(callback.payload())
                .properties()
                .forEach(field -> form.put(field.getKey(), field.getValue().asText()));
        form.put("notify_id", callback.id());
        form.put("notify_time", time(clock.instant()));
        String sign = Crypto.sign(
                joined(form) + (forged ? "&forged=1" : ""),
                papers.alipayPlatform().getPrivate());
        form.put("sign", sign);
        form.put("sign_type", "RSA2");
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(callback.url()))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public boolean accepts(int status, String body) {
        return status == 200 && body.equals("success");
    }
}

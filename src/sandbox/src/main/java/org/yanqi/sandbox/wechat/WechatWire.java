package org.yanqi.sandbox.wechat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yanqi.sandbox.papers.MerchantPapers;
import org.yanqi.sandbox.wire.Callback;
import org.yanqi.sandbox.wire.CallbackFormat;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.WorldClock;

/** Signatures of WeChat Pay API v3: checks requests, signs answers, encrypts and signs callbacks. */
final class WechatWire implements CallbackFormat {
    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048";
    private static final Pattern PART = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private final WorldClock clock;
    private final MerchantPapers papers;

    WechatWire(WorldClock clock, MerchantPapers papers) {
        this.clock = clock;
        this.papers = papers;
    }

    /** Refuses with 401 SIGN_ERROR what the merchant's key did not sign within five minutes. */
    void authenticate(Exchange ctx) {
        String header = String.valueOf(ctx.header("Authorization"));
        Map<String, String> parts = new HashMap<>();
        Matcher matcher = PART.matcher(header);
        while (matcher.find()) {
            parts.put(matcher.group(1), matcher.group(2));
        }
        String query = ctx.queryString();
        // The product's client signs the real path; only the host was exchanged for ours and the prefix.
        String url = ctx.path().substring("/wechat".length()) + (query == null ? "" : "?" + query);
        String timestamp = parts.getOrDefault("timestamp", "");
        String text =
                ctx.method() + "\n" + url + "\n" + timestamp + "\n" + parts.get("nonce_str") + "\n" + ctx.body() + "\n";
        boolean ours = header.startsWith(SCHEME + " ")
                && papers.get("wechat.merchant-id").equals(parts.get("mchid"))
                && papers.get("wechat.merchant-serial").equals(parts.get("serial_no"))
                && timely(timestamp)
                && Crypto.verifies(
                        text,
                        parts.getOrDefault("signature", ""),
                        papers.wechatMerchant().getPublic());
        if (!ours) {
            throw new Refusal(401, "SIGN_ERROR", "签名错误，请检查后再试");
        }
    }

    private boolean timely(String timestamp) {
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(at, clock.machine().instant()).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Sets status, body and the signed headers of an answer. */
    void answer(Exchange ctx, int status, String body) {
        ctx.status(status);
        // the SDK compares an answer with the machine's time; a callback is judged by the merchant's own clock
        signed(clock.machine(), body, false).forEach(ctx::header);
        ctx.header("Request-ID", Crypto.word(24));
        if (status != 204) {
            ctx.contentType("application/json; charset=utf-8").result(body);
        }
    }

    void refuse(Exchange ctx, Refusal refusal) {
        answer(ctx, refusal.status(), Json.write(Map.of("code", refusal.code(), "message", refusal.words())));
    }

    private Map<String, String> signed(Clock at, String body, boolean forged) {
        String timestamp = Long.toString(at.instant().getEpochSecond());
        String nonce = Crypto.word(32);
        String text = timestamp + "\n" + nonce + "\n" + body + "\n" + (forged ? "forged" : "");
        return Map.of(
                "Wechatpay-Timestamp", timestamp,
                "Wechatpay-Nonce", nonce,
                "Wechatpay-Serial", papers.wechatPlatform().id(),
                "Wechatpay-Signature-Type", SCHEME,
                "Wechatpay-Signature",
                        Crypto.sign(text, papers.wechatPlatform().pair().getPrivate()));
    }

    @Override
    public HttpRequest request(Callback callback, boolean forged) {
        boolean refund = callback.kind().startsWith("REFUND");
        String associated = refund ? "refund" : "transaction";
        String nonce = Crypto.word(12);
        String body = Json.write(Map.of(
                "id", callback.id(),
                "create_time", WechatTime.write(callback.created()),
                "resource_type", "encrypt-resource",
                "event_type", callback.kind(),
                "summary", refund ? "退款结果" : "支付成功",
                "resource",
                        Map.of(
                                "original_type", associated,
                                "algorithm", "AEAD_AES_256_GCM",
                                "ciphertext",
                                        Crypto.seal(
                                                papers.get("wechat.api-v3-key"), nonce, associated, callback.payload()),
                                "associated_data", associated,
                                "nonce", nonce)));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(callback.url()))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        signed(clock, body, forged).forEach(request::header);
        return request.build();
    }

    @Override
    public boolean accepts(int status, String body) {
        return status == 200 || status == 204;
    }
}

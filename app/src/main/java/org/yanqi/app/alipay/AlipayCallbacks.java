package org.yanqi.app.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yanqi.app.wire.Evidence;
import org.yanqi.app.wire.LimitedBody;
import org.yanqi.process.payment.AcceptEvent;
import org.yanqi.process.payment.ProvenEvent;
import org.yanqi.process.payment.RefusedEvent;

/** Hears Alipay. What its key signed about our app and seller goes into the inbox and is answered {@code success}, nothing else is. */
@RestController
@ConditionalOnProperty("yanqi.alipay.endpoint")
class AlipayCallbacks {
    private static final Logger LOG = LoggerFactory.getLogger(AlipayCallbacks.class);
    private static final String SENDER = "alipay";
    private static final int MOST_PARAMETERS = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSS]");

    private final AlipayConfiguration.PublicKey key;
    private final AlipayProperties properties;
    private final AcceptEvent inbox;
    private final RefusedEvent refused;
    private final Clock clock;

    AlipayCallbacks(
            AlipayConfiguration.PublicKey key,
            AlipayProperties properties,
            AcceptEvent inbox,
            RefusedEvent refused,
            Clock clock) {
        this.key = key;
        this.properties = properties;
        this.inbox = inbox;
        this.refused = refused;
        this.clock = clock;
    }

    @PostMapping("/api/callbacks/alipay")
    ResponseEntity<String> notice(HttpServletRequest request) throws IOException {
        try {
            var form = form(LimitedBody.read(request));
            if (!isSigned(form)) {
                return refuse(request, 401, "signature not proven");
            }
            if (!properties.appId().equals(form.get("app_id"))
                    || !properties.sellerId().equals(form.get("seller_id"))) {
                return refuse(request, 403, "another app or seller");
            }
            if (!isTimely(required(form, "notify_time"))) {
                return refuse(request, 401, "outside the time window");
            }
            inbox.accept(event(form));
            return answer(200, "success");
        } catch (LimitedBody.Unreadable no) {
            return refuse(request, no.status(), String.valueOf(no.getMessage()));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException no) {
            LOG.debug("notice malformed", no);
            return refuse(request, 400, "fields are missing or malformed");
        }
    }

    /** The servlet's own parsing would silently drop what is too much; a parameter given twice is no notice of Alipay's. */
    private static Map<String, String> form(String body) {
        var form = new TreeMap<String, String>();
        for (var pair : body.split("&")) {
            var equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("not a form");
            }
            var name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
            var value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            if (form.put(name, value) != null || form.size() > MOST_PARAMETERS) {
                throw new IllegalArgumentException("not a notice");
            }
        }
        return form;
    }

    private boolean isSigned(Map<String, String> form) {
        if (!"RSA2".equals(form.get("sign_type")) || !form.containsKey("sign")) {
            return false;
        }
        try {
            // On a copy: the SDK takes the signature out of the map that it is given.
            return AlipaySignature.rsaCheckV1(new HashMap<>(form), key.base64(), "UTF-8", "RSA2");
        } catch (AlipayApiException | RuntimeException no) {
            LOG.debug("notice not proven", no);
            return false;
        }
    }

    private boolean isTimely(String sent) {
        var at = Objects.requireNonNull(time(sent));
        return Duration.between(at, clock.instant()).abs().compareTo(properties.noticeWindow()) <= 0;
    }

    /** A notice with a refund's fields tells of a refund; every other one of the payment. */
    private static ProvenEvent event(Map<String, String> form) {
        var refund = form.get("refund_fee") != null && form.get("out_biz_no") != null;
        return new ProvenEvent(
                SENDER,
                required(form, "notify_id"),
                refund ? "refund" : "payment",
                required(form, refund ? "out_biz_no" : "out_trade_no"),
                form.get("trade_no"),
                refund ? "SUCCESS" : state(required(form, "trade_status")),
                Yuan.fen(required(form, refund ? "refund_fee" : "total_amount")),
                time(form.get(refund ? "gmt_refund" : "gmt_payment")),
                form.get("buyer_id"),
                evidence(form));
    }

    private static String state(String status) {
        return "TRADE_SUCCESS".equals(status) || "TRADE_FINISHED".equals(status) ? "SUCCESS" : status;
    }

    private static String required(Map<String, String> form, String name) {
        var value = form.get(name);
        if (value == null || value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException(name + " is missing or too long");
        }
        return value;
    }

    private static @Nullable Instant time(@Nullable String china) {
        return china == null || china.isBlank()
                ? null
                : LocalDateTime.parse(china, TIME)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toInstant();
    }

    private static String evidence(Map<String, String> form) {
        var kept = new TreeMap<>(form);
        kept.keySet().removeIf(Evidence::isSecret);
        return kept.toString();
    }

    private ResponseEntity<String> refuse(HttpServletRequest request, int status, String reason) {
        refused.refused(SENDER, reason, String.valueOf(request.getRemoteAddr()));
        return answer(status, "failure");
    }

    private static ResponseEntity<String> answer(int status, String word) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(word);
    }
}

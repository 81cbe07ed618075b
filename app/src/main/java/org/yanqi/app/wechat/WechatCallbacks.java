package org.yanqi.app.wechat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.core.util.GsonUtil;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yanqi.app.wire.Evidence;
import org.yanqi.app.wire.LimitedBody;
import org.yanqi.process.payment.AcceptEvent;
import org.yanqi.process.payment.ProvenEvent;
import org.yanqi.process.payment.RefusedEvent;

/**
 * Hears WeChat Pay. What its key signed within five minutes of now, about our merchant, goes into the inbox and is answered
 * 204; everything else is answered 4xx and put on the record. The SDK checks the signature but not the time.
 */
@RestController
@RequestMapping("/api/callbacks/wechat")
@ConditionalOnProperty("yanqi.wechat.endpoint")
class WechatCallbacks {
    private static final Logger LOG = LoggerFactory.getLogger(WechatCallbacks.class);
    private static final String SENDER = "wechat";

    private final NotificationParser parser;
    private final WechatProperties properties;
    private final AcceptEvent inbox;
    private final RefusedEvent refused;
    private final ObjectMapper json;
    private final Clock clock;

    WechatCallbacks(
            NotificationParser parser,
            WechatProperties properties,
            AcceptEvent inbox,
            RefusedEvent refused,
            ObjectMapper json,
            Clock clock) {
        this.parser = parser;
        this.properties = properties;
        this.inbox = inbox;
        this.refused = refused;
        this.json = json;
        this.clock = clock;
    }

    /** The callback does not prove what it must. */
    private static final class Unproven extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Unproven(int status, String reason) {
            super(reason);
            this.status = status;
        }
    }

    @PostMapping("/payment")
    ResponseEntity<Object> payment(HttpServletRequest request) throws IOException {
        try {
            var body = LimitedBody.read(request);
            var transaction = proven(request, body, Transaction.class);
            if (!properties.merchantId().equals(transaction.getMchid())
                    || !properties.appId().equals(transaction.getAppid())) {
                throw new Unproven(403, "another merchant or app");
            }
            inbox.accept(event(id(body), transaction));
            return ResponseEntity.noContent().build();
        } catch (Unproven no) {
            return refuse(request, no.status, String.valueOf(no.getMessage()));
        } catch (LimitedBody.Unreadable no) {
            return refuse(request, no.status(), String.valueOf(no.getMessage()));
        }
    }

    @PostMapping("/refund")
    ResponseEntity<Object> refund(HttpServletRequest request) throws IOException {
        try {
            var body = LimitedBody.read(request);
            var refund = proven(request, body, RefundOfMerchant.class);
            if (!properties.merchantId().equals(refund.merchant())) {
                throw new Unproven(403, "another merchant or app");
            }
            if (refund.getOutRefundNo() == null || refund.getRefundStatus() == null) {
                throw new Unproven(400, "no refund in it");
            }
            inbox.accept(event(id(body), refund));
            return ResponseEntity.noContent().build();
        } catch (Unproven no) {
            return refuse(request, no.status, String.valueOf(no.getMessage()));
        } catch (LimitedBody.Unreadable no) {
            return refuse(request, no.status(), String.valueOf(no.getMessage()));
        }
    }

    private <T> T proven(HttpServletRequest request, String body, Class<T> type) throws Unproven {
        var timestamp = header(request, "Wechatpay-Timestamp");
        requireTimely(timestamp);
        requireNotification(body);
        try {
            return Objects.requireNonNull(parser.parse(
                    new RequestParam.Builder()
                            .serialNumber(header(request, "Wechatpay-Serial"))
                            .nonce(header(request, "Wechatpay-Nonce"))
                            .signature(header(request, "Wechatpay-Signature"))
                            .timestamp(timestamp)
                            .body(body)
                            .build(),
                    type));
        } catch (RuntimeException bad) {
            // Bad input comes out of the SDK as ValidationException, but also as IllegalArgument- or
            // NullPointerException.
            LOG.debug("callback not proven", bad);
            throw new Unproven(401, "signature or content not proven");
        }
    }

    private void requireTimely(String timestamp) throws Unproven {
        try {
            var at = Instant.ofEpochSecond(Long.parseLong(timestamp));
            if (Duration.between(at, clock.instant()).abs().compareTo(properties.noticeWindow()) > 0) {
                throw new Unproven(401, "outside the time window");
            }
        } catch (NumberFormatException | DateTimeException | ArithmeticException no) {
            throw new Unproven(401, "no timestamp");
        }
    }

    /** So that garbage and forgeries are counted apart; says nothing about who sent it. */
    private void requireNotification(String body) throws Unproven {
        try {
            if (!json.readTree(body).path("resource").path("ciphertext").isTextual()) {
                throw new Unproven(400, "not a notification");
            }
        } catch (JsonProcessingException no) {
            throw new Unproven(400, "not a notification");
        }
    }

    private static String header(HttpServletRequest request, String name) throws Unproven {
        @Nullable String value = request.getHeader(name);
        if (value == null || value.isBlank()) {
            throw new Unproven(401, "a header is missing");
        }
        return value;
    }

    /** The notification's own id, by which a repeat is known; read from a body that has been proven. */
    private String id(String body) throws Unproven {
        try {
            var id = json.readTree(body).path("id").asText("");
            if (id.isBlank() || id.length() > 200) {
                throw new Unproven(400, "no notification id");
            }
            return id;
        } catch (JsonProcessingException no) {
            throw new Unproven(400, "not JSON");
        }
    }

    private static ProvenEvent event(String id, Transaction transaction) throws Unproven {
        try {
            var trade = WechatGateway.trade(transaction);
            return new ProvenEvent(
                    SENDER,
                    id,
                    "payment",
                    Objects.requireNonNull(transaction.getOutTradeNo()),
                    trade.providerNumber(),
                    transaction.getTradeState().name(),
                    trade.fen(),
                    trade.at(),
                    trade.payer(),
                    trade.evidence());
        } catch (NullPointerException | IllegalArgumentException | DateTimeException no) {
            throw new Unproven(400, "fields are missing or malformed");
        }
    }

    private static ProvenEvent event(String id, RefundNotification refund) throws Unproven {
        try {
            var amount = refund.getAmount();
            return new ProvenEvent(
                    SENDER,
                    id,
                    "refund",
                    refund.getOutRefundNo(),
                    refund.getRefundId(),
                    refund.getRefundStatus().name(),
                    amount == null || amount.getRefund() == null ? 0 : amount.getRefund(),
                    WechatGateway.time(refund.getSuccessTime()),
                    null,
                    Evidence.of(GsonUtil.toJson(refund)));
        } catch (IllegalArgumentException | DateTimeException no) {
            throw new Unproven(400, "fields are missing or malformed");
        }
    }

    private ResponseEntity<Object> refuse(HttpServletRequest request, int status, String reason) {
        refused.refused(SENDER, reason, String.valueOf(request.getRemoteAddr()));
        return ResponseEntity.status(status).body(Map.of("code", "FAIL", "message", reason));
    }
}

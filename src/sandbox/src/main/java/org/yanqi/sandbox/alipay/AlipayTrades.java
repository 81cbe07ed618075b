package org.yanqi.sandbox.alipay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.till.Offer;
import org.yanqi.sandbox.till.Payment;
import org.yanqi.sandbox.till.Purchase;
import org.yanqi.sandbox.till.Refund;
import org.yanqi.sandbox.till.Till;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;

/** Precreate, query, close and cancel. A trade exists only once somebody opened the phone page. */
final class AlipayTrades {
    private static final Pattern TIMEOUT = Pattern.compile("(\\d{1,5})([mhd])");
    private final Clock clock;
    private final Till till;
    private final String publicUrl;

    AlipayTrades(Clock clock, Till till, String publicUrl) {
        this.clock = clock;
        this.till = till;
        this.publicUrl = publicUrl;
    }

    Map<String, Object> precreate(JsonNode asked, String notifyUrl) {
        String number = Json.text(asked, "out_trade_no");
        long amount = AlipayWire.fen(Json.text(asked, "total_amount"));
        String subject = Json.text(asked, "subject");
        if (number.isBlank() || number.length() > 64 || subject.isBlank() || amount < 1) {
            throw failure("ACQ.INVALID_PARAMETER", "参数无效");
        }
        Purchase purchase = till.open(new Offer(
                Channel.ALIPAY, number, subject, amount, notifyUrl, null, expires(asked), number + "/" + amount));
        if (!purchase.payments().isEmpty()) {
            throw failure("ACQ.TRADE_HAS_SUCCESS", "交易已被支付");
        }
        if (purchase.closed() != null) {
            throw failure("ACQ.TRADE_HAS_CLOSE", "交易已经关闭");
        }
        if (purchase.offer().amount() != amount) {
            throw failure("ACQ.CONTEXT_INCONSISTENT", "交易信息被篡改");
        }
        return Map.of("out_trade_no", number, "qr_code", publicUrl + "/phone/pay/" + purchase.token());
    }

    private @Nullable Instant expires(JsonNode asked) {
        String until = Json.text(asked, "time_expire");
        if (!until.isEmpty()) {
            return AlipayWire.instant(until);
        }
        Matcher matcher = TIMEOUT.matcher(Json.text(asked, "timeout_express"));
        if (!matcher.matches()) {
            return null;
        }
        long count = Long.parseLong(matcher.group(1));
        long minutes = switch (matcher.group(2)) {
            case "m" -> count;
            case "h" -> count * 60;
            default -> count * 1440;
        };
        return clock.instant().plusSeconds(minutes * 60);
    }

    Map<String, Object> query(JsonNode asked) {
        return describe(find(asked));
    }

    Map<String, Object> close(JsonNode asked) {
        Purchase purchase = find(asked);
        if (!purchase.waiting()) {
            throw failure("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
        }
        till.close(purchase);
        return Map.of("out_trade_no", purchase.offer().outTradeNo(), "trade_no", tradeNumber(purchase));
    }

    /** Closes what is unpaid and refunds what is paid. What nobody scanned is not to be paid any more either. */
    Map<String, Object> cancel(JsonNode asked) {
        Optional<Purchase> known = look(asked);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("out_trade_no", Json.text(asked, "out_trade_no"));
        told.put("retry_flag", "N");
        known.ifPresent(purchase -> {
            if (purchase.scanned() != null) {
                told.put("trade_no", tradeNumber(purchase));
                told.put("action", purchase.payments().isEmpty() ? "close" : "refund");
            }
            purchase.payment().ifPresent(payment -> refundRest(purchase, payment));
            till.close(purchase);
        });
        return told;
    }

    private void refundRest(Purchase purchase, Payment payment) {
        long rest = payment.amount() - purchase.refunded(payment.transaction());
        if (rest > 0) {
            String number = "cancel" + Crypto.digits(12);
            till.refund(purchase, payment, number, rest, "交易撤销", "");
            till.settle(purchase.key(), number, Refund.State.SUCCESS);
        }
    }

    /** The trade that is asked for; what nobody scanned does not exist. */
    Purchase find(JsonNode asked) {
        return look(asked)
                .filter(purchase -> purchase.scanned() != null)
                .orElseThrow(() -> failure("ACQ.TRADE_NOT_EXIST", "交易不存在"));
    }

    private Optional<Purchase> look(JsonNode asked) {
        String trade = Json.text(asked, "trade_no");
        Optional<Purchase> paid = trade.isEmpty() ? Optional.empty() : till.findPaidBy(Channel.ALIPAY, trade);
        return paid.or(() -> till.find(Channel.ALIPAY, Json.text(asked, "out_trade_no")));
    }

    static Refusal failure(String code, String message) {
        return new Refusal(40004, code, message);
    }

    /** The number of the trade: that of its first payment, or one of its own while unpaid. */
    static String tradeNumber(Purchase purchase) {
        return purchase.payment()
                .map(Payment::transaction)
                .orElseGet(
                        () -> "2088" + Integer.toUnsignedString(purchase.token().hashCode()));
    }

    static String state(Purchase purchase) {
        return purchase.payment()
                .map(p -> purchase.refunded(p.transaction()) >= p.amount() ? "TRADE_CLOSED" : "TRADE_SUCCESS")
                .orElse(purchase.closed() == null ? "WAIT_BUYER_PAY" : "TRADE_CLOSED");
    }

    private static Map<String, Object> describe(Purchase purchase) {
        Map<String, Object> told = new LinkedHashMap<>();
        long amount =
                purchase.payment().map(Payment::amount).orElse(purchase.offer().amount());
        told.put("buyer_logon_id", "138****0000");
        told.put("buyer_user_id", "2088102100000000");
        told.put("out_trade_no", purchase.offer().outTradeNo());
        told.put("trade_no", tradeNumber(purchase));
        told.put("trade_status", state(purchase));
        told.put("total_amount", AlipayWire.yuan(amount));
        told.put("receipt_amount", AlipayWire.yuan(purchase.payments().isEmpty() ? 0 : amount));
        told.put("buyer_pay_amount", AlipayWire.yuan(purchase.payments().isEmpty() ? 0 : amount));
        purchase.payment().ifPresent(p -> told.put("send_pay_date", AlipayWire.time(p.at())));
        return told;
    }
}

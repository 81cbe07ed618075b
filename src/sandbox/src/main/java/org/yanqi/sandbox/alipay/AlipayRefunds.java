package org.yanqi.sandbox.alipay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.till.Payment;
import org.yanqi.sandbox.till.Purchase;
import org.yanqi.sandbox.till.Refund;
import org.yanqi.sandbox.till.Till;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;

/** Refunds and their query; done at once, and done once however often asked under one number. */
final class AlipayRefunds {
    private final Till till;
    private final AlipayTrades trades;
    private volatile boolean failing;

    AlipayRefunds(Till till, AlipayTrades trades) {
        this.till = till;
        this.trades = trades;
    }

    void failing(boolean yes) {
        failing = yes;
    }

    Map<String, Object> refund(JsonNode asked) {
        Purchase purchase = trades.find(asked);
        if (failing) {
            throw AlipayTrades.failure("ACQ.SELLER_BALANCE_NOT_ENOUGH", "卖家余额不足");
        }
        Payment from =
                from(purchase, asked).orElseThrow(() -> AlipayTrades.failure("ACQ.TRADE_STATUS_ERROR", "交易状态不合法"));
        long amount = AlipayWire.fen(Json.text(asked, "refund_amount"));
        String given = Json.text(asked, "out_request_no");
        String number = given.isEmpty() ? purchase.offer().outTradeNo() : given;
        boolean repeated = purchase.refund(number).isPresent();
        Refund refund = ask(purchase, from, number, amount, Json.text(asked, "refund_reason"));
        if (refund.amount() != amount) {
            throw AlipayTrades.failure("ACQ.DISCORDANT_REPEAT_REQUEST", "请求信息不一致");
        }
        till.settle(purchase.key(), number, Refund.State.SUCCESS);
        Purchase after =
                till.find(Channel.ALIPAY, purchase.offer().outTradeNo()).orElseThrow();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("buyer_logon_id", "138****0000");
        told.put("buyer_user_id", "2088102100000000");
        told.put("fund_change", repeated ? "N" : "Y");
        told.put("gmt_refund_pay", AlipayWire.time(refund.asked()));
        told.put("out_trade_no", purchase.offer().outTradeNo());
        told.put("refund_fee", AlipayWire.yuan(after.refunded(from.transaction())));
        told.put("trade_no", from.transaction());
        return told;
    }

    private Refund ask(Purchase purchase, Payment from, String number, long amount, String reason) {
        try {
            return till.refund(purchase, from, number, amount, reason, "");
        } catch (Refusal e) {
            throw new Refusal(40004, "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "退款金额超限", e);
        }
    }

    private static Optional<Payment> from(Purchase purchase, JsonNode asked) {
        return purchase.payment(Json.text(asked, "trade_no")).or(purchase::payment);
    }

    /** A refund that is not known is told as a success without a state, as the real gateway does. */
    Map<String, Object> query(JsonNode asked) {
        Purchase purchase = trades.find(asked);
        Map<String, Object> told = new LinkedHashMap<>();
        purchase.refund(Json.text(asked, "out_request_no")).ifPresent(refund -> {
            told.put("out_request_no", refund.number());
            told.put("out_trade_no", purchase.offer().outTradeNo());
            told.put("trade_no", refund.transaction());
            told.put("refund_amount", AlipayWire.yuan(refund.amount()));
            told.put("refund_reason", refund.reason());
            told.put("refund_status", "REFUND_SUCCESS");
            told.put("gmt_refund_pay", AlipayWire.time(refund.asked()));
            told.put(
                    "total_amount",
                    AlipayWire.yuan(
                            purchase.payment(refund.transaction()).orElseThrow().amount()));
        });
        return told;
    }
}

package org.yanqi.sandbox.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.till.Payment;
import org.yanqi.sandbox.till.Purchase;
import org.yanqi.sandbox.till.Refund;
import org.yanqi.sandbox.till.Till;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.WebServer;

/** Refunds under {@code /wechat/v3/refund}; they take a moment, as real ones do. */
final class WechatRefunds {
    private static final Duration DELAY = Duration.ofSeconds(1);
    private final Till till;
    private final WechatWire wire;
    private final ScheduledExecutorService timer;
    private volatile boolean abnormal;

    WechatRefunds(Till till, WechatWire wire, ScheduledExecutorService timer) {
        this.till = till;
        this.wire = wire;
        this.timer = timer;
    }

    void routes(WebServer app) {
        app.post("/wechat/v3/refund/domestic/refunds", this::refund);
        app.get("/wechat/v3/refund/domestic/refunds/{no}", ctx -> {
            String number = ctx.pathParam("no");
            Purchase purchase = till.findRefundedAs(Channel.WECHAT, number)
                    .orElseThrow(() -> new Refusal(404, "RESOURCE_NOT_EXISTS", "退款单不存在"));
            wire.answer(
                    ctx,
                    200,
                    Json.write(describe(purchase, purchase.refund(number).orElseThrow(), "status")));
        });
    }

    /** Takes up what an earlier run left under way. */
    void resume() {
        till.all().stream()
                .filter(p -> p.offer().channel() == Channel.WECHAT)
                .forEach(p -> p.refunds().stream()
                        .filter(r -> r.state() == Refund.State.PROCESSING)
                        .forEach(r -> settleLater(p.key(), r.number())));
    }

    /** Whether refunds end as ABNORMAL from now on. */
    void abnormal(boolean yes) {
        abnormal = yes;
    }

    private void refund(Exchange ctx) {
        JsonNode asked = Json.readObject(ctx.body());
        String number = Json.text(asked, "out_refund_no");
        String transaction = Json.text(asked, "transaction_id");
        if (number.isBlank() || number.length() > 64) {
            throw new Refusal(400, "PARAM_ERROR", "商户退款单号须为 1 至 64 个字符");
        }
        Purchase purchase = (transaction.isEmpty()
                        ? till.find(Channel.WECHAT, Json.text(asked, "out_trade_no"))
                        : till.findPaidBy(Channel.WECHAT, transaction))
                .orElseThrow(() -> new Refusal(404, "RESOURCE_NOT_EXISTS", "订单不存在"));
        Payment from = (transaction.isEmpty() ? purchase.payment() : purchase.payment(transaction))
                .orElseThrow(() -> new Refusal(400, "INVALID_REQUEST", "订单未支付，不能退款"));
        long amount = asked.at("/amount/refund").asLong(0);
        if (asked.at("/amount/total").asLong(0) != from.amount()) {
            throw new Refusal(400, "INVALID_REQUEST", "订单金额与支付时不一致");
        }
        boolean fresh = till.findRefundedAs(Channel.WECHAT, number).isEmpty();
        Refund refund = ask(purchase, from, number, amount, asked);
        if (refund.amount() != amount || !refund.transaction().equals(from.transaction())) {
            throw new Refusal(400, "INVALID_REQUEST", "订单金额或退款金额与之前请求不一致，请核实后再试");
        }
        if (fresh) {
            settleLater(purchase.key(), number);
        }
        wire.answer(ctx, 200, Json.write(describe(purchase, refund, "status")));
    }

    private Refund ask(Purchase purchase, Payment from, String number, long amount, JsonNode asked) {
        Purchase elsewhere = till.findRefundedAs(Channel.WECHAT, number).orElse(purchase);
        if (!elsewhere.key().equals(purchase.key())) {
            throw new Refusal(400, "INVALID_REQUEST", "商户退款单号已用于另一订单");
        }
        try {
            return till.refund(
                    purchase, from, number, amount, Json.text(asked, "reason"), Json.text(asked, "notify_url"));
        } catch (Refusal e) {
            throw new Refusal(400, "INVALID_REQUEST", e.words(), e);
        }
    }

    private void settleLater(String key, String number) {
        Refund.State end = abnormal ? Refund.State.ABNORMAL : Refund.State.SUCCESS;
        timer.schedule(() -> till.settle(key, number, end), DELAY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A refund as answers (field {@code status}) and callbacks (field {@code refund_status}) tell it. */
    static Map<String, Object> describe(Purchase purchase, Refund refund, String stateField) {
        long total = purchase.payment(refund.transaction()).orElseThrow().amount();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("refund_id", refund.id());
        told.put("out_refund_no", refund.number());
        told.put("transaction_id", refund.transaction());
        told.put("out_trade_no", purchase.offer().outTradeNo());
        told.put("channel", "ORIGINAL");
        told.put("user_received_account", "支付用户零钱");
        told.put("create_time", WechatTime.write(refund.asked()));
        told.put(stateField, refund.state().name());
        told.put(
                "amount",
                Map.of(
                        "total",
                        total,
                        "refund",
                        refund.amount(),
                        "payer_total",
                        total,
                        "payer_refund",
                        refund.amount(),
                        "settlement_refund",
                        refund.amount(),
                        "settlement_total",
                        total,
                        "discount_refund",
                        0,
                        "currency",
                        "CNY"));
        if (refund.settled() != null && refund.state() == Refund.State.SUCCESS) {
            told.put("success_time", WechatTime.write(refund.settled()));
        }
        return told;
    }
}

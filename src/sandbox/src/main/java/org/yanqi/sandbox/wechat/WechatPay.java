package org.yanqi.sandbox.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yanqi.sandbox.papers.MerchantPapers;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.till.Offer;
import org.yanqi.sandbox.till.Payment;
import org.yanqi.sandbox.till.Purchase;
import org.yanqi.sandbox.till.Till;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.WebServer;

/** Native payment under {@code /wechat/v3}: prepay, query and close. */
final class WechatPay {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_\\-*|]{6,32}");
    private final MerchantPapers papers;
    private final Till till;
    private final WechatWire wire;
    private final String publicUrl;

    WechatPay(MerchantPapers papers, Till till, WechatWire wire, String publicUrl) {
        this.papers = papers;
        this.till = till;
        this.wire = wire;
        this.publicUrl = publicUrl;
    }

    void routes(WebServer app) {
        app.post("/wechat/v3/pay/transactions/native", this::prepay);
        app.get("/wechat/v3/pay/transactions/out-trade-no/{no}", ctx -> {
            requireMerchant(String.valueOf(ctx.queryParam("mchid")));
            wire.answer(ctx, 200, Json.write(describe(papers, find(ctx))));
        });
        app.get("/wechat/v3/pay/transactions/id/{id}", ctx -> {
            requireMerchant(String.valueOf(ctx.queryParam("mchid")));
            Purchase purchase =
                    till.findPaidBy(Channel.WECHAT, ctx.pathParam("id")).orElseThrow(WechatPay::unknown);
            wire.answer(ctx, 200, Json.write(describe(papers, purchase)));
        });
        app.post("/wechat/v3/pay/transactions/out-trade-no/{no}/close", this::close);
    }

    private void prepay(Exchange ctx) {
        JsonNode asked = Json.readObject(ctx.body());
        requireMerchant(Json.text(asked, "mchid"));
        if (!papers.get("wechat.app-id").equals(Json.text(asked, "appid"))) {
            throw new Refusal(400, "APPID_MCHID_NOT_MATCH", "appid 和 mch_id 不匹配");
        }
        String number = Json.text(asked, "out_trade_no");
        String description = Json.text(asked, "description");
        long total = asked.at("/amount/total").asLong(0);
        String notifyUrl = Json.text(asked, "notify_url");
        if (!NUMBER.matcher(number).matches() || description.isBlank() || total < 1 || notifyUrl.isBlank()) {
            throw new Refusal(400, "PARAM_ERROR", "参数错误：商户订单号、商品描述、金额、通知地址须按规定填写");
        }
        String attach = Json.text(asked, "attach");
        Purchase purchase = till.open(new Offer(
                Channel.WECHAT,
                number,
                description,
                total,
                notifyUrl,
                attach.isEmpty() ? null : attach,
                WechatTime.read(Json.text(asked, "time_expire")),
                fingerprint(asked)));
        if (!purchase.payments().isEmpty()) {
            throw new Refusal(400, "ORDERPAID", "该订单已支付");
        }
        if (purchase.closed() != null) {
            throw new Refusal(400, "ORDER_CLOSED", "该订单已关闭");
        }
        if (!purchase.offer().fingerprint().equals(fingerprint(asked))) {
            throw new Refusal(403, "OUT_TRADE_NO_USED", "商户订单号重复：请求重入时，参数与首次请求时不一致");
        }
        wire.answer(ctx, 200, Json.write(Map.of("code_url", publicUrl + "/phone/pay/" + purchase.token())));
    }

    private static String fingerprint(JsonNode asked) {
        return HexFormat.of()
                .formatHex(Crypto.digest("SHA-256", asked.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void close(Exchange ctx) {
        requireMerchant(Json.text(Json.readObject(ctx.body()), "mchid"));
        Purchase purchase = till.close(find(ctx));
        if (!purchase.payments().isEmpty()) {
            throw new Refusal(400, "ORDERPAID", "该订单已支付，不能关闭");
        }
        wire.answer(ctx, 204, "");
    }

    private Purchase find(Exchange ctx) {
        return till.find(Channel.WECHAT, ctx.pathParam("no")).orElseThrow(WechatPay::unknown);
    }

    private static Refusal unknown() {
        return new Refusal(404, "ORDER_NOT_EXIST", "订单不存在");
    }

    private void requireMerchant(String merchant) {
        if (!papers.get("wechat.merchant-id").equals(merchant)) {
            throw new Refusal(400, "MCH_NOT_EXISTS", "商户号不存在");
        }
    }

    /** The transaction as query and callback tell it; of several payments the first. */
    static Map<String, Object> describe(MerchantPapers papers, Purchase purchase) {
        Map<String, Object> told = purchase.payment()
                .map(payment -> describe(papers, purchase, payment))
                .orElseGet(() -> base(papers, purchase));
        String state = purchase.payments().isEmpty()
                ? purchase.closed() == null ? "NOTPAY" : "CLOSED"
                : purchase.refunds().isEmpty() ? "SUCCESS" : "REFUND";
        told.put("trade_state", state);
        told.put("trade_state_desc", state.equals("SUCCESS") ? "支付成功" : state.equals("NOTPAY") ? "订单未支付" : state);
        return told;
    }

    /** One payment as its callback tells it. */
    static Map<String, Object> describe(MerchantPapers papers, Purchase purchase, Payment payment) {
        Map<String, Object> told = base(papers, purchase);
        told.put("transaction_id", payment.transaction());
        told.put("trade_type", "NATIVE");
        told.put("trade_state", "SUCCESS");
        told.put("trade_state_desc", "支付成功");
        told.put("bank_type", "OTHERS");
        told.put("success_time", WechatTime.write(payment.at()));
        told.put("payer", Map.of("openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"));
        told.put(
                "amount",
                Map.of(
                        "total",
                        payment.amount(),
                        "payer_total",
                        payment.amount(),
                        "currency",
                        "CNY",
                        "payer_currency",
                        "CNY"));
        return told;
    }

    private static Map<String, Object> base(MerchantPapers papers, Purchase purchase) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("appid", papers.get("wechat.app-id"));
        told.put("mchid", papers.get("wechat.merchant-id"));
        told.put("out_trade_no", purchase.offer().outTradeNo());
        told.put(
                "attach",
                purchase.offer().attach() == null ? "" : purchase.offer().attach());
        told.put("promotion_detail", List.of());
        told.put("amount", Map.of("total", purchase.offer().amount(), "currency", "CNY"));
        return told;
    }
}

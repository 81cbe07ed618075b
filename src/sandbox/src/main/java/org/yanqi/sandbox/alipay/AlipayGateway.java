package org.yanqi.sandbox.alipay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yanqi.sandbox.bill.Damages;
import org.yanqi.sandbox.papers.MerchantPapers;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.till.Payment;
import org.yanqi.sandbox.till.Purchase;
import org.yanqi.sandbox.till.Refund;
import org.yanqi.sandbox.till.Till;
import org.yanqi.sandbox.till.TillListener;
import org.yanqi.sandbox.wire.Callbacks;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.WebServer;

/** The whole gateway at {@code /alipay/gateway.do}: one address, the method is a parameter. */
public final class AlipayGateway implements TillListener {
    private final MerchantPapers papers;
    private final Callbacks callbacks;
    private final AlipayWire wire;
    private final AlipayTrades trades;
    private final AlipayRefunds refunds;
    private final AlipayBills bills;

    /** A gateway on this till. */
    public AlipayGateway(
            Clock clock, MerchantPapers papers, Till till, Callbacks callbacks, Damages damages, String publicUrl) {
        this.papers = papers;
        this.callbacks = callbacks;
        this.wire = new AlipayWire(clock, papers);
        this.trades = new AlipayTrades(clock, till, publicUrl);
        this.refunds = new AlipayRefunds(till, trades);
        String seller = papers.get("alipay.seller-id");
        this.bills = new AlipayBills(new AlipayBillWriter(clock, till, seller, damages), publicUrl, seller, damages);
        callbacks.teach(Channel.ALIPAY.service(), wire);
        till.listen(Channel.ALIPAY, this);
    }

    /** Adds its routes. */
    public void routes(WebServer app) {
        app.post("/alipay/gateway.do", this::serve);
        bills.routes(app);
    }

    /** Whether refunds fail from now on, for want of money in the merchant's account. */
    public void failingRefunds(boolean yes) {
        refunds.failing(yes);
    }

    private void serve(Exchange ctx) {
        Map<String, String> parameters = AlipayWire.parameters(ctx);
        String method = parameters.getOrDefault("method", "");
        try {
            wire.authenticate(parameters);
            JsonNode asked = Json.readObject(parameters.getOrDefault("biz_content", "{}"));
            wire.succeed(ctx, method, perform(method, asked, parameters.getOrDefault("notify_url", "")));
        } catch (Refusal e) {
            wire.refuse(ctx, method, e.status() >= 40000 ? e : new Refusal(40002, "isv.invalid-parameter", e.words()));
        }
    }

    private Map<String, Object> perform(String method, JsonNode asked, String notifyUrl) {
        return switch (method) {
            case "alipay.trade.precreate" -> trades.precreate(asked, notifyUrl);
            case "alipay.trade.query" -> trades.query(asked);
            case "alipay.trade.close" -> trades.close(asked);
            case "alipay.trade.cancel" -> trades.cancel(asked);
            case "alipay.trade.refund" -> refunds.refund(asked);
            case "alipay.trade.fastpay.refund.query" -> refunds.query(asked);
            case "alipay.data.dataservice.bill.downloadurl.query" -> bills.apply(asked);
            default -> throw new Refusal(40002, "isv.invalid-method", "不存在的方法名");
        };
    }

    @Override
    public void paid(Purchase purchase, Payment payment) {
        notify(purchase, payment, "TRADE_SUCCESS", Map.of());
    }

    @Override
    public void refunded(Purchase purchase, Refund refund) {
        Payment payment = purchase.payment(refund.transaction()).orElseThrow();
        long back = purchase.refunded(refund.transaction());
        notify(
                purchase,
                payment,
                back >= payment.amount() ? "TRADE_CLOSED" : "TRADE_SUCCESS",
                Map.of(
                        "refund_fee", AlipayWire.yuan(back),
                        "out_biz_no", refund.number(),
                        "gmt_refund", AlipayWire.time(refund.asked())));
    }

    private void notify(Purchase purchase, Payment payment, String state, Map<String, String> more) {
        Map<String, String> told = new LinkedHashMap<>(more);
        String amount = AlipayWire.yuan(payment.amount());
        told.put("notify_type", "trade_status_sync");
        told.put("charset", "utf-8");
        told.put("version", "1.0");
        told.put("app_id", papers.get("alipay.app-id"));
        told.put("auth_app_id", papers.get("alipay.app-id"));
        told.put("seller_id", papers.get("alipay.seller-id"));
        told.put("trade_no", payment.transaction());
        told.put("out_trade_no", purchase.offer().outTradeNo());
        told.put("trade_status", state);
        told.put("total_amount", amount);
        told.put("receipt_amount", amount);
        told.put("buyer_pay_amount", amount);
        told.put("invoice_amount", amount);
        told.put("point_amount", "0.00");
        told.put("subject", purchase.offer().description());
        told.put("buyer_id", "2088102100000000");
        told.put("buyer_logon_id", "138****0000");
        told.put("gmt_create", AlipayWire.time(purchase.opened()));
        told.put("gmt_payment", AlipayWire.time(payment.at()));
        told.put("fund_bill_list", "[{\"amount\":\"" + amount + "\",\"fundChannel\":\"ALIPAYACCOUNT\"}]");
        callbacks.owe(
                Channel.ALIPAY.service(),
                state,
                purchase.offer().outTradeNo(),
                purchase.offer().notifyUrl(),
                Json.write(told));
    }
}

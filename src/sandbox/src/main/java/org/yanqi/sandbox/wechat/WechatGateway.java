package org.yanqi.sandbox.wechat;

import java.util.concurrent.ScheduledExecutorService;
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
import org.yanqi.sandbox.wire.WorldClock;

/** The whole gateway: its routes, its callbacks, and what is still under way from an earlier run. */
public final class WechatGateway implements TillListener {
    private final MerchantPapers papers;
    private final Callbacks callbacks;
    private final WechatWire wire;
    private final WechatPay pay;
    private final WechatRefunds refunds;
    private final WechatBills bills;

    /** A gateway on this till. */
    public WechatGateway(
            WorldClock clock,
            MerchantPapers papers,
            Till till,
            Callbacks callbacks,
            ScheduledExecutorService timer,
            Damages damages,
            String publicUrl) {
        this.papers = papers;
        this.callbacks = callbacks;
        this.wire = new WechatWire(clock, papers);
        this.pay = new WechatPay(papers, till, wire, publicUrl);
        this.refunds = new WechatRefunds(till, wire, timer);
        this.bills = new WechatBills(new WechatBillWriter(papers, till, damages), wire, damages);
        callbacks.teach(Channel.WECHAT.service(), wire);
        till.listen(Channel.WECHAT, this);
    }

    /** Adds its routes. */
    public void routes(WebServer app) {
        app.before("/wechat/v3/", wire::authenticate);
        pay.routes(app);
        refunds.routes(app);
        bills.routes(app);
    }

    /** Renders a refusal the way this gateway does. */
    public void refuse(Exchange ctx, Refusal refusal) {
        wire.refuse(ctx, refusal);
    }

    /** Takes up what an earlier run left under way. */
    public void resume() {
        refunds.resume();
    }

    /** Whether refunds end as ABNORMAL from now on. */
    public void abnormalRefunds(boolean yes) {
        refunds.abnormal(yes);
    }

    @Override
    public void paid(Purchase purchase, Payment payment) {
        callbacks.owe(
                Channel.WECHAT.service(),
                "TRANSACTION.SUCCESS",
                purchase.offer().outTradeNo(),
                purchase.offer().notifyUrl(),
                Json.write(WechatPay.describe(papers, purchase, payment)));
    }

    @Override
    public void refunded(Purchase purchase, Refund refund) {
        if (refund.notifyUrl() != null) {
            var told = WechatRefunds.describe(purchase, refund, "refund_status");
            told.put("mchid", papers.get("wechat.merchant-id"));
            callbacks.owe(
                    Channel.WECHAT.service(),
                    "REFUND." + refund.state().name(),
                    purchase.offer().outTradeNo(),
                    refund.notifyUrl(),
                    Json.write(told));
        }
    }
}

package org.yanqi.sandbox.page;

import java.time.Instant;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.till.Offer;
import org.yanqi.sandbox.till.Purchase;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Html;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.WebServer;

/** What a person sees on the phone after scanning: merchant, amount and buttons to pay, to fail, to pay otherwise. */
public final class PhonePage {
    private static final String MERCHANT = "辽宁省网联招标投标综合服务平台";
    private final World world;

    /** Phone pages for all waiting payments. */
    public PhonePage(World world) {
        this.world = world;
    }

    /** Adds its routes. */
    public void routes(WebServer app) {
        app.get("/phone/pay/{token}", this::show);
        app.post("/phone/pay/{token}/pay", ctx -> pay(ctx, false));
        app.post("/phone/pay/{token}/pay-other", ctx -> pay(ctx, true));
        app.post("/phone/pay/{token}/fail", ctx -> {
            world.till().fail(find(ctx));
            ctx.redirect(address(ctx) + "?said=failed");
        });
    }

    private void pay(Exchange ctx, boolean other) {
        Purchase purchase = find(ctx);
        long amount =
                other ? Pages.fen(Pages.form(ctx, "amount")) : purchase.offer().amount();
        world.till().pay(purchase, amount);
        ctx.redirect(address(ctx) + "?said=paid");
    }

    private static String address(Exchange ctx) {
        return "/phone/pay/" + ctx.pathParam("token");
    }

    private Purchase find(Exchange ctx) {
        return world.till()
                .behind(ctx.pathParam("token"))
                .orElseThrow(() -> new Refusal(404, "UNKNOWN_CODE", "二维码无效或已失效"));
    }

    private void show(Exchange ctx) {
        Purchase purchase = world.till().behind(ctx.pathParam("token")).orElse(null);
        if (purchase == null) {
            ctx.status(404);
            Pages.show(ctx, "二维码已失效", "phone", "<main><h1>二维码无效或已失效</h1><p class='note'>请回到电脑上刷新二维码后再扫。</p></main>");
            return;
        }
        world.till().scan(purchase);
        boolean wechat = purchase.offer().channel() == Channel.WECHAT;
        Pages.show(
                ctx,
                "付款",
                wechat ? "phone wechat" : "phone alipay",
                head(purchase) + "<main>" + said(ctx, purchase) + facts(purchase) + buttons(ctx, purchase) + "</main>");
    }

    private static String head(Purchase purchase) {
        return "<header><span class='mark'>" + purchase.offer().channel().label() + "</span><span>演练</span></header>";
    }

    private static String said(Exchange ctx, Purchase purchase) {
        if ("failed".equals(ctx.queryParam("said"))) {
            return "<p class='said bad' role='status'>支付失败：余额不足（演练），没有扣款</p>";
        }
        if (!purchase.payments().isEmpty()) {
            long sum = purchase.payments().stream().mapToLong(p -> p.amount()).sum();
            return "<p class='said good' role='status'>✓ 支付成功 " + Pages.yuan(sum)
                    + (purchase.payments().size() > 1
                            ? "（共 " + purchase.payments().size() + " 笔）"
                            : "") + "</p>";
        }
        return "";
    }

    private static String facts(Purchase purchase) {
        Offer offer = purchase.offer();
        return "<p class='payee'>付款给 " + MERCHANT + "</p><p class='amount'>" + Pages.yuan(offer.amount()) + "</p>"
                + "<dl><dt>商品</dt><dd>" + Html.text(offer.description()) + "</dd><dt>商户单号</dt><dd class='mono'>"
                + Html.text(offer.outTradeNo()) + "</dd></dl>";
    }

    private String buttons(Exchange ctx, Purchase purchase) {
        Instant expires = purchase.offer().expires();
        boolean late = expires != null && world.clock().instant().isAfter(expires);
        String note = purchase.closed() != null ? "订单已被商户关闭" : late ? "订单已过支付时限" : "";
        String again = !purchase.payments().isEmpty() ? "再付一次" : note.isEmpty() ? "立即支付" : "仍然支付";
        boolean usual = purchase.payments().isEmpty() && note.isEmpty();
        return (note.isEmpty() ? "" : "<p class='said bad'>" + note + "</p>")
                + Pages.button(address(ctx) + "/pay", again, usual ? "main" : "plain")
                + Pages.button(address(ctx) + "/fail", "支付失败", "plain")
                + "<form method='post' class='other' action='" + address(ctx)
                + "/pay-other'><label for='amount'>付另一金额（元）</label>"
                + "<span><input id='amount' name='amount' inputmode='decimal' required placeholder='"
                + Pages.yuan(purchase.offer().amount() + 100).substring(1)
                + "'><button class='plain'>按此金额支付</button></span></form>"
                + "<p class='note'>真实的收银台不会改变金额，也不会重复收款或在关闭后收款；这里可以，是为了演练对账与异常处理。</p>";
    }
}

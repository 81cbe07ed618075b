package org.yanqi.sandbox.page;

import java.util.List;
import java.util.Map;
import org.yanqi.sandbox.bill.Damage;
import org.yanqi.sandbox.platform.Platforms;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Html;
import org.yanqi.sandbox.wire.Switchboard.Mode;
import org.yanqi.sandbox.wire.WebServer;

/** The index: a switch for each service, and what waits in each of them. */
public final class IndexPage {
    static final Map<String, String> NAMES = Map.of(
            "wechat", "微信支付 v3",
            "alipay", "支付宝网关",
            "tax", "税务通道",
            "sf", "顺丰 丰桥",
            "smtp", "邮件（SMTP）");
    private static final Map<Mode, String> MODES =
            Map.of(Mode.NORMAL, "正常", Mode.SLOW, "缓慢", Mode.FAILING, "报错", Mode.DOWN, "断开");
    private final World world;
    private final Lists lists;
    private final MoneyTricks money;
    private volatile boolean refundsFail;

    /** The index of this world. */
    public IndexPage(World world) {
        this.world = world;
        this.lists = new Lists(world);
        this.money = new MoneyTricks(world);
    }

    /** Adds its routes. */
    public void routes(WebServer app) {
        app.get("/", this::show);
        Pages.files(app);
        app.post("/press/switch", ctx -> {
            Controls.turn(world, Pages.form(ctx, "service"), Pages.form(ctx, "mode"));
            back(ctx, "services");
        });
        app.post("/press/callbacks", ctx -> {
            world.callbacks().treat(Pages.form(ctx, "service"), Pages.form(ctx, "manner"));
            back(ctx, "callbacks");
        });
        app.post("/press/callback", ctx -> {
            world.callbacks().sendNow(Pages.form(ctx, "id"), "true".equals(Pages.form(ctx, "forged")));
            back(ctx, "callbacks");
        });
        app.post("/press/bill", ctx -> {
            world.damages()
                    .toggle(Controls.channel(Pages.form(ctx, "service")), Damage.named(Pages.form(ctx, "damage")));
            back(ctx, "bills");
        });
        app.post("/press/refunds", ctx -> {
            refundsFail = !refundsFail;
            Controls.fail(world, refundsFail);
            back(ctx, "bills");
        });
        app.post("/press/keys", ctx -> {
            if ("change".equals(Pages.form(ctx, "what"))) {
                world.wechatKeys().change();
            } else {
                world.wechatKeys().withdrawOld();
            }
            back(ctx, "bills");
        });
        app.post("/press/advance", ctx -> {
            world.courier().advance(Pages.form(ctx, "number"));
            back(ctx, "shipments");
        });
        app.post("/press/reject-next", ctx -> {
            world.office().rejectNext("人工设定的驳回（演练）");
            back(ctx, "invoices");
        });
        app.post("/press/consent", ctx -> {
            world.redLetters().answer(Pages.form(ctx, "id"), true);
            back(ctx, "red-letters");
        });
        app.post("/press/no-consent", ctx -> {
            world.redLetters().answer(Pages.form(ctx, "id"), false);
            back(ctx, "red-letters");
        });
        app.post("/press/open-bid", ctx -> {
            world.platforms()
                    .open(
                            Pages.form(ctx, "platform"),
                            Pages.form(ctx, "serial"),
                            null,
                            Pages.form(ctx, "project"),
                            Pages.form(ctx, "opensAt"));
            back(ctx, "platforms");
        });
        app.post("/press/withdraw-bid", ctx -> {
            world.platforms().withdraw(Pages.form(ctx, "id"));
            back(ctx, "platforms");
        });
    }

    private static void back(Exchange ctx, String place) {
        ctx.redirect("/#" + place);
    }

    private void show(Exchange ctx) {
        String content = """
                <header class="top"><h1>延期 · 演练用外部世界</h1>
                <p>支付、税务、快递、邮件与各交易平台的替身。这里没有真实的钱和票，可以放心按。</p>
                <nav><a href="#payments">待付款</a><a href="/mailbox">邮箱</a><a href="#invoices">发票</a><a href="#shipments">快递</a><a href="#platforms">平台</a><a href="#callbacks">回调</a><a href="#bills">账单与密钥</a></nav></header>
                <main class="index" id="live">%s</main>
                <script src="/sandbox.js" defer></script>
                """.formatted(lists.payments()
                + services()
                + lists.mails()
                + lists.invoices()
                + lists.redLetters()
                + lists.shipments()
                + lists.platforms()
                + lists.callbacks()
                + money.show(refundsFail));
        Pages.show(ctx, "延期 · 演练用外部世界", "index", content);
    }

    private String services() {
        Map<String, String> platforms = Platforms.catalogue();
        StringBuilder rows = new StringBuilder();
        for (String service : world.switches().services()) {
            rows.append(row(service, NAMES.getOrDefault(service, platforms.getOrDefault(service, service))));
        }
        return Lists.section("services", "服务开关", "<div class='switches'>" + rows + "</div>");
    }

    private String row(String service, String name) {
        Mode now = world.switches().mode(service);
        StringBuilder row = new StringBuilder("<form method='post' action='/press/switch' class='switch ")
                .append(now.word())
                .append("'><input type='hidden' name='service' value='")
                .append(Html.text(service))
                .append("'><span class='name'>")
                .append(Html.text(name))
                .append("</span><span class='modes' role='group' aria-label='")
                .append(Html.text(name))
                .append("'>");
        for (Mode mode : List.of(Mode.values())) {
            row.append("<button name='mode' value='")
                    .append(mode.word())
                    .append("' aria-pressed='")
                    .append(mode == now)
                    .append("'>")
                    .append(MODES.get(mode))
                    .append("</button>");
        }
        return row.append("</span></form>").toString();
    }
}

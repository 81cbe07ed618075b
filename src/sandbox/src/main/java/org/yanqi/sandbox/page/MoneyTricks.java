package org.yanqi.sandbox.page;

import org.yanqi.sandbox.bill.Damage;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.wire.Html;

/** What can be made to go wrong with money beyond a payment: damaged bills, failing refunds, another signing key. */
final class MoneyTricks {
    private final World world;

    MoneyTricks(World world) {
        this.world = world;
    }

    String show(boolean refundsFail) {
        StringBuilder forms = new StringBuilder();
        for (Channel channel : Channel.values()) {
            forms.append(
                            "<form method='post' action='/press/bill' class='tricks'><input type='hidden' name='service' value='")
                    .append(channel.service())
                    .append("'><span class='name'>")
                    .append(channel.label())
                    .append("账单</span><span class='modes' role='group' aria-label='")
                    .append(channel.label())
                    .append("账单'>");
            for (Damage damage : Damage.values()) {
                forms.append("<button name='damage' value='")
                        .append(damage.word())
                        .append("' aria-pressed='")
                        .append(world.damages().has(channel, damage))
                        .append("'>")
                        .append(damage.label())
                        .append("</button>");
            }
            forms.append("</span></form>");
        }
        return Lists.section("bills", "账单、退款与密钥", forms + refunds(refundsFail) + keys());
    }

    private static String refunds(boolean fail) {
        return "<form method='post' action='/press/refunds' class='tricks'><span class='name'>退款</span>"
                + "<span class='modes'><button aria-pressed='" + fail + "'>退款失败</button></span></form>";
    }

    private String keys() {
        String signing = world.wechatKeys().id();
        StringBuilder ids = new StringBuilder();
        for (String id : world.wechatKeys().published()) {
            ids.append("<li class='mono'>")
                    .append(Html.text(id))
                    .append(id.equals(signing) ? "（签名中）" : "")
                    .append("</li>");
        }
        return "<form method='post' action='/press/keys' class='tricks'><span class='name'>微信支付公钥</span><span class='modes'>"
                + "<button name='what' value='change'>启用新密钥</button><button name='what' value='withdraw'>收回旧公钥</button></span></form>"
                + "<ul class='keys'>" + ids + "</ul>";
    }
}

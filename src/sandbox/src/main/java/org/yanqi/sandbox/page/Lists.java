package org.yanqi.sandbox.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.yanqi.sandbox.courier.Shipment;
import org.yanqi.sandbox.mail.Mail;
import org.yanqi.sandbox.platform.Platforms;
import org.yanqi.sandbox.tax.RedLetter;
import org.yanqi.sandbox.tax.TaxInvoice;
import org.yanqi.sandbox.till.Purchase;
import org.yanqi.sandbox.wire.Callback;
import org.yanqi.sandbox.wire.Callbacks;
import org.yanqi.sandbox.wire.Html;

/** The index's sections, each the latest first and short. */
final class Lists {
    private static final int SHOWN = 12;
    private final World world;

    Lists(World world) {
        this.world = world;
    }

    static String section(String id, String title, String content) {
        return "<section id='" + id + "'><h2>" + title + "</h2>" + content + "</section>";
    }

    private static <T> String table(List<T> items, String headings, String none, Function<T, String> row) {
        if (items.isEmpty()) {
            return "<p class='none'>" + none + "</p>";
        }
        List<T> latest = new ArrayList<>(items);
        Collections.reverse(latest);
        StringBuilder table = new StringBuilder("<div class='wide'><table><thead><tr>");
        for (String heading : headings.split(",", -1)) {
            table.append("<th>").append(heading).append("</th>");
        }
        table.append("</tr></thead><tbody>");
        latest.stream()
                .limit(SHOWN)
                .forEach(item -> table.append("<tr>").append(row.apply(item)).append("</tr>"));
        table.append("</tbody></table></div>");
        return items.size() > SHOWN
                ? table.append("<p class='none'>共 ")
                        .append(items.size())
                        .append(" 条，只列最近的</p>")
                        .toString()
                : table.toString();
    }

    private static String cell(Object value) {
        return "<td>" + Html.text(value) + "</td>";
    }

    private static String mono(Object value) {
        return "<td class='mono'>" + Html.text(value) + "</td>";
    }

    String payments() {
        List<Purchase> waiting =
                world.till().all().stream().filter(Purchase::waiting).toList();
        List<Purchase> paid =
                world.till().all().stream().filter(p -> !p.waiting()).toList();
        return section(
                "payments",
                "待付款 <small>没有手机？点“打开付款页”</small>",
                table(waiting, "时间,渠道,商品,金额,商户单号,", "现在没有等待付款的订单", this::payment)
                        + (paid.isEmpty()
                                ? ""
                                : "<details><summary>已付与已关闭（" + paid.size() + "）</summary>"
                                        + table(paid, "时间,渠道,商品,金额,商户单号,", "", this::payment) + "</details>"));
    }

    private String payment(Purchase purchase) {
        String state = purchase.waiting() ? "打开付款页" : purchase.payments().isEmpty() ? "已关闭" : "已付";
        return cell(Pages.time(purchase.opened()))
                + cell(purchase.offer().channel().label())
                + cell(purchase.offer().description())
                + "<td class='r'>" + Pages.yuan(purchase.offer().amount()) + "</td>"
                + mono(purchase.offer().outTradeNo())
                + "<td><a class='go' href='/phone/pay/" + purchase.token() + "'>" + state + "</a></td>";
    }

    String mails() {
        return section(
                "mails",
                "邮件 <small><a href='/mailbox'>打开邮箱</a></small>",
                table(
                        world.mail().all(),
                        "时间,收件人,主题",
                        "还没有邮件",
                        (Mail mail) -> cell(Pages.time(mail.received()))
                                + cell(mail.to())
                                + "<td><a href='/mailbox/" + mail.id() + "'>" + Html.text(mail.subject())
                                + "</a></td>"));
    }

    String invoices() {
        return section(
                "invoices",
                "发票",
                Pages.button("/press/reject-next", "下一张驳回", "plain")
                        + table(world.office().all(), "时间,种类,购买方,价税合计,号码,", "还没有开票请求", Lists::invoice));
    }

    private static String invoice(TaxInvoice invoice) {
        String state = switch (invoice.state()) {
            case PENDING -> "开具中";
            case ISSUED ->
                "<a href='/tax/files/" + invoice.id() + ".pdf'>PDF</a> <a href='/tax/files/" + invoice.id()
                        + ".xml'>XML</a>";
            case REJECTED -> "驳回：" + Html.text(invoice.reason());
        };
        long total = invoice.lines().stream().mapToLong(TaxInvoice.Line::gross).sum();
        return cell(Pages.time(invoice.submitted()))
                + cell(invoice.kindLabel())
                + cell(invoice.buyer().name())
                + "<td class='r'>" + Pages.yuan(total) + "</td>"
                + mono(invoice.number() == null ? "--" : invoice.number())
                + "<td>" + state + "</td>";
    }

    String redLetters() {
        return section(
                "red-letters",
                "红字发票",
                table(world.redLetters().all(), "时间,原发票号码,价税合计,确认单编号,红字发票号码,状态,", "还没有红字确认单", Lists::redLetter));
    }

    private static String redLetter(RedLetter letter) {
        boolean waits = letter.state() == RedLetter.State.AWAITING_CONSENT;
        String state = switch (letter.state()) {
            case AWAITING_CONSENT -> "等待购买方确认";
            case CONFIRMED -> "已确认";
            case REFUSED -> "购买方不同意";
            case LAPSED -> "已失效";
            case ISSUED -> "已开具（样票）";
        };
        return cell(Pages.time(letter.filed()))
                + mono(letter.number())
                + "<td class='r'>-" + Pages.yuan(letter.gross()) + "</td>"
                + mono(letter.confirmation() == null ? "--" : letter.confirmation())
                + mono(letter.redNumber() == null ? "--" : letter.redNumber())
                + cell(state)
                + "<td>"
                + (waits
                        ? Pages.button("/press/consent", "同意", "plain", "id", letter.id())
                                + Pages.button("/press/no-consent", "不同意", "plain", "id", letter.id())
                        : "")
                + "</td>";
    }

    String shipments() {
        return section("shipments", "快递", table(world.depot().all(), "时间,运单号,收件人,状态,", "还没有运单", Lists::shipment));
    }

    private static String shipment(Shipment shipment) {
        boolean moves = shipment.waybill() != null && !shipment.cancelled() && !shipment.delivered();
        return cell(Pages.time(shipment.ordered()))
                + mono(shipment.waybill() == null ? "--" : shipment.waybill())
                + cell(shipment.receiver())
                + cell(shipment.standing())
                + "<td>" + (moves ? Pages.button("/press/advance", "下一步", "plain", "number", shipment.orderId()) : "")
                + "</td>";
    }

    String platforms() {
        StringBuilder options = new StringBuilder();
        Platforms.catalogue()
                .forEach((code, name) -> options.append("<option value='")
                        .append(Html.text(code))
                        .append("'>")
                        .append(Html.text(name))
                        .append("</option>"));
        String form =
                "<form method='post' action='/press/open-bid' class='line'><label>平台 <select name='platform'>" + options
                        + "</select></label><label>证书序列号 <input name='serial' required placeholder='十六进制，* 表示任意'></label>"
                        + "<label>项目 <input name='project' required></label>"
                        + "<label>开标日期 <input name='opensAt' type='date' required></label><button class='plain'>登记未开标项目</button></form>";
        String bids = table(
                world.platforms().bids(),
                "平台,项目,证书序列号,开标,",
                "没有未开标的项目",
                bid -> cell(Platforms.catalogue().getOrDefault(bid.platform(), bid.platform()))
                        + cell(bid.project())
                        + mono(bid.certificateSerial())
                        + cell(bid.opensAt())
                        + "<td>" + Pages.button("/press/withdraw-bid", "开标", "plain", "id", bid.id()) + "</td>");
        String told = table(
                world.platforms().entitlements(),
                "时间,平台,持有人,证书序列号,起,止",
                "各平台还没有收到服务期",
                e -> cell(Pages.time(e.received()))
                        + cell(Platforms.catalogue().getOrDefault(e.platform(), e.platform()))
                        + cell(e.told().path("holder").asText())
                        + mono(e.told().path("certificateSerial").asText())
                        + cell(e.told().path("from").asText())
                        + cell(e.told().path("until").asText()));
        return section("platforms", "平台：未开标项目", form + bids) + section("entitlements", "平台：收到的服务期", told);
    }

    String callbacks() {
        StringBuilder manners = new StringBuilder("<div class='switches'>");
        for (String service : List.of("wechat", "alipay", "tax")) {
            manners.append(
                            "<form method='post' action='/press/callbacks' class='switch'><input type='hidden' name='service' value='")
                    .append(service)
                    .append("'><span class='name'>")
                    .append(IndexPage.NAMES.get(service))
                    .append("</span><span class='modes'>");
            for (Callbacks.Manner manner : Callbacks.Manner.values()) {
                String label = manner == Callbacks.Manner.NORMAL
                        ? "照常"
                        : manner == Callbacks.Manner.WITHHELD ? "扣住不发" : "各发两次";
                manners.append("<button name='manner' value='")
                        .append(manner.name())
                        .append("' aria-pressed='")
                        .append(world.callbacks().manner(service) == manner)
                        .append("'>")
                        .append(label)
                        .append("</button>");
            }
            manners.append("</span></form>");
        }
        return section(
                "callbacks",
                "回调",
                manners + "</div>" + table(world.callbacks().all(), "时间,服务,内容,状态,次数,最近回答,", "还没有回调", Lists::callback));
    }

    private static String callback(Callback callback) {
        String state = switch (callback.state()) {
            case PENDING -> "待送达";
            case DELIVERED -> "已送达";
            case WITHHELD -> "已扣住";
            case GIVEN_UP -> "已放弃";
        };
        return cell(Pages.time(callback.created()))
                + cell(IndexPage.NAMES.getOrDefault(callback.service(), callback.service()))
                + cell(callback.kind())
                + cell(state)
                + cell(callback.attempts())
                + mono(callback.lastAnswer() == null ? "--" : callback.lastAnswer())
                + "<td class='pair'>" + Pages.button("/press/callback", "再发", "plain", "id", callback.id())
                + Pages.button("/press/callback", "伪造", "plain", "id", callback.id(), "forged", "true") + "</td>";
    }
}

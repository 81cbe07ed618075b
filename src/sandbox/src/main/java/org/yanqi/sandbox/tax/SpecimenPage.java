package org.yanqi.sandbox.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yanqi.sandbox.wire.Html;

/** The specimen as a page of XHTML; without a Chinese font the labels are transliterated so that the page is not empty. */
final class SpecimenPage {
    static final String SELLER = "辽宁省网联招标投标综合服务平台（演练）";
    static final String SELLER_NUMBER = "91210000MA0SANDB0X";

    private SpecimenPage() {}

    static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static String day(TaxInvoice invoice) {
        return invoice.issuedAt() == null
                ? ""
                : LocalDate.ofInstant(invoice.issuedAt(), ZoneId.of("Asia/Shanghai"))
                        .toString();
    }

    static String title(TaxInvoice.Line line) {
        return line.shortName() == null ? line.name() : "*" + line.shortName() + "*" + line.name();
    }

    static String write(TaxInvoice invoice, String qr, boolean chinese) {
        TaxInvoice.Buyer buyer = invoice.buyer();
        String rows = invoice.lines().stream()
                .map(line -> "<tr><td>" + Html.text(title(line)) + "</td><td class='r'>" + yuan(line.net())
                        + "</td><td class='r'>" + percent(line.rate()) + "</td><td class='r'>" + yuan(line.tax())
                        + "</td></tr>")
                .collect(Collectors.joining());
        String page = TEMPLATE.replace("{{font}}", chinese ? "song" : "serif")
                .replace("{{qr}}", qr)
                .replace("{{kind}}", invoice.kindLabel())
                .replace("{{code}}", invoice.code() == null ? "" : "发票代码：" + invoice.code() + "<br/>")
                .replace("{{number}}", or(invoice.number()))
                .replace("{{day}}", day(invoice))
                .replace(
                        "{{buyer}}",
                        party(
                                buyer.name(),
                                or(buyer.taxNumber()),
                                or(buyer.address()) + " " + or(buyer.phone()),
                                or(buyer.bank()) + " " + or(buyer.account())))
                .replace("{{seller}}", party(SELLER, SELLER_NUMBER, "沈阳市（演练地址）", "演练银行 0000000000"))
                .replace("{{rows}}", rows)
                .replace("{{net}}", yuan(invoice.net()))
                .replace("{{tax}}", yuan(invoice.tax()))
                .replace("{{total}}", yuan(invoice.total()))
                .replace("{{words}}", CapitalAmount.write(invoice.total()));
        return chinese ? page : Transliteration.of(page);
    }

    private static String percent(String rate) {
        try {
            return new BigDecimal(rate).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        } catch (NumberFormatException e) {
            return Html.text(rate);
        }
    }

    private static String party(String name, String number, String address, String bank) {
        return "名称：" + Html.text(name) + "<br/>统一社会信用代码/纳税人识别号：" + Html.text(number) + "<br/>地址、电话："
                + Html.text(address.strip()) + "<br/>开户行及账号：" + Html.text(bank.strip());
    }

    private static final String TEMPLATE = """
            <html><head><style>
            @page { size: 210mm 140mm; margin: 8mm; }
            body { font-family: '{{font}}', serif; font-size: 9.5pt; color: #222; }
            .top { width: 100%; } .top td { border: 0; vertical-align: top; }
            h1 { font-size: 17pt; color: #7a3b1d; text-align: center; border-bottom: 2px double #7a3b1d; margin: 4mm 0 0 0; font-weight: normal; }
            table.main { width: 100%; border-collapse: collapse; margin-top: 3mm; }
            table.main td, table.main th { border: 1px solid #7a3b1d; padding: 1.6mm 2mm; vertical-align: top; }
            th { color: #7a3b1d; font-weight: normal; } .r { text-align: right; }
            .side { width: 6mm; color: #7a3b1d; text-align: center; }
            .mark { position: absolute; z-index: -1; top: 42mm; left: 62mm; white-space: nowrap; font-size: 78pt; color: #f6e3dc; transform: rotate(-14deg); letter-spacing: 6mm; }
            .foot { color: #7a3b1d; margin-top: 3mm; }
            </style></head><body>
            <div class="mark">样票</div>
            <table class="top"><tr>
            <td style="width:26mm"><img src="data:image/png;base64,{{qr}}" style="width:22mm;height:22mm" alt="QR"/></td>
            <td><h1>{{kind}}</h1></td>
            <td style="width:58mm">{{code}}发票号码：{{number}}<br/>开票日期：{{day}}</td></tr></table>
            <table class="main">
            <tr><td class="side">购买方</td><td>{{buyer}}</td><td class="side">销售方</td><td>{{seller}}</td></tr></table>
            <table class="main">
            <tr><th style="width:55%">项目名称</th><th>金额</th><th>税率</th><th>税额</th></tr>
            {{rows}}
            <tr><td>合计</td><td class="r">¥{{net}}</td><td></td><td class="r">¥{{tax}}</td></tr>
            <tr><td>价税合计（大写）：{{words}}</td><td colspan="3" class="r">（小写）¥{{total}}</td></tr></table>
            <div class="foot">样票：仅供演练，不是税务凭证，不得用于报销、抵扣。开票人：演练系统</div>
            </body></html>
            """;
}

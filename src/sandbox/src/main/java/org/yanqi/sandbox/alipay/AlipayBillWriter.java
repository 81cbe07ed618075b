package org.yanqi.sandbox.alipay;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yanqi.sandbox.bill.Damage;
import org.yanqi.sandbox.bill.Damages;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.till.Payment;
import org.yanqi.sandbox.till.Purchase;
import org.yanqi.sandbox.till.Refund;
import org.yanqi.sandbox.till.Till;

/** Writes a day's bill: comment lines with #, the heading on the fifth line, 25 columns padded with a tab, sums. */
final class AlipayBillWriter {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年MM月dd日");
    private static final String HEADING = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
            + "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,"
            + "商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注";

    private static final Damages.Places PLACES = new Damages.Places(List.of(11, 12), 22, List.of(0, 1));

    private record Row(boolean refund, long fen, List<String> values) {}

    private final Clock clock;
    private final Till till;
    private final String seller;
    private final Damages damages;

    AlipayBillWriter(Clock clock, Till till, String seller, Damages damages) {
        this.clock = clock;
        this.till = till;
        this.seller = seller;
        this.damages = damages;
    }

    /** The detailed bill of a day in China; empty if nothing happened that day. */
    Optional<String> details(LocalDate day) {
        List<Row> rows = rows(day);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String heading = damages.has(Channel.ALIPAY, Damage.EXTRA_COLUMN) ? HEADING + ",新增列" : HEADING;
        String body = damages
                .apply(Channel.ALIPAY, rows.stream().map(Row::values).toList(), PLACES)
                .stream()
                .map(AlipayBillWriter::padded)
                .collect(Collectors.joining("\r\n"));
        String sums = damages.has(Channel.ALIPAY, Damage.NO_SUMMARY) ? "" : sums(rows);
        return Optional.of(head("业务明细", day) + "#" + "-".repeat(41) + "业务明细列表" + "-".repeat(40) + "\r\n" + heading
                + "\r\n" + body + "\r\n#" + "-".repeat(41) + "业务明细列表结束" + "-".repeat(36) + "\r\n" + sums
                + exported());
    }

    private static String padded(List<String> values) {
        return values.size() == 1
                ? values.get(0)
                : values.stream().map(value -> value + "\t").collect(Collectors.joining(","));
    }

    /** The bill of sums of a day in China. */
    String summary(LocalDate day) {
        List<Row> rows = rows(day);
        String row = Stream.of(
                        "", "", count(rows, false), count(rows, true), yuan(rows, false), yuan(rows, false), "0.00")
                .map(value -> value + "\t")
                .collect(Collectors.joining(","));
        return head("业务汇总", day) + "#" + "-".repeat(41) + "业务汇总列表" + "-".repeat(40)
                + "\r\n门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）\r\n" + row + "\r\n"
                + exported();
    }

    private List<Row> rows(LocalDate day) {
        List<Row> rows = new ArrayList<>();
        for (Purchase purchase : till.all()) {
            if (purchase.offer().channel() != Channel.ALIPAY) {
                continue;
            }
            for (Payment payment : purchase.payments()) {
                if (on(day, payment.at())) {
                    rows.add(row(purchase, payment.transaction(), payment.at(), payment.amount(), "", payment.fee()));
                }
            }
            for (Refund refund : purchase.refunds()) {
                if (on(day, refund.asked())) {
                    rows.add(row(purchase, refund.transaction(), refund.asked(), -refund.amount(), refund.number(), 0));
                }
            }
        }
        return rows;
    }

    private static Row row(Purchase purchase, String trade, Instant at, long fen, String refund, long fee) {
        String amount = AlipayWire.yuan(fen);
        List<String> values = List.of(
                trade,
                purchase.offer().outTradeNo(),
                refund.isEmpty() ? "交易" : "退款",
                purchase.offer().description().replace(',', '，'),
                AlipayWire.time(purchase.opened()),
                AlipayWire.time(at),
                "",
                "",
                "",
                "",
                "*辽(138****0000)",
                amount,
                amount,
                "0.00",
                "0.00",
                "0.00",
                "0.00",
                "0.00",
                "",
                "0.00",
                "0.00",
                refund,
                AlipayWire.yuan(-fee),
                "0.00",
                "");
        return new Row(!refund.isEmpty(), fen, values);
    }

    private static boolean on(LocalDate day, Instant at) {
        return at.atZone(ZONE).toLocalDate().equals(day);
    }

    private String head(String title, LocalDate day) {
        return "#支付宝" + title + "查询\r\n#账号：[" + seller + "0156]\r\n#起始日期：[" + DAY.format(day) + " 00:00:00]   终止日期：["
                + DAY.format(day.plusDays(1)) + " 00:00:00]\r\n";
    }

    private static String sums(List<Row> rows) {
        return "#交易合计：" + count(rows, false) + "笔，商家实收共" + yuan(rows, false) + "元，商家优惠共0.00元\r\n#退款合计："
                + count(rows, true) + "笔，商家实收退款共" + yuan(rows, true) + "元，商家优惠退款共0.00元\r\n";
    }

    private String exported() {
        return "#导出时间：[" + AlipayWire.time(clock.instant()) + "]\r\n";
    }

    private static String count(List<Row> rows, boolean refund) {
        return Long.toString(rows.stream().filter(row -> row.refund() == refund).count());
    }

    private static String yuan(List<Row> rows, boolean refund) {
        return AlipayWire.yuan(rows.stream()
                .filter(row -> row.refund() == refund)
                .mapToLong(Row::fen)
                .sum());
    }
}

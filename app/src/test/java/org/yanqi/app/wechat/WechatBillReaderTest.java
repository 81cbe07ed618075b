package org.yanqi.app.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yanqi.app.wire.BillLines;
import org.yanqi.process.payment.port.DailyBills.Bill;
import org.yanqi.process.payment.port.DailyBills.Line;
import org.yanqi.process.payment.port.DailyBills.Reader;

/** No line of WeChat Pay's bill is lost, whatever the file looks like. */
class WechatBillReaderTest {
    static final String HEADING = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,"
            + "付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,"
            + "商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
    private static final String SUMS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
    private static final String PAID =
            "`2026-11-24 10:00:01,`wx1,`16,`0,`,`4200001,`P1,`openid,`NATIVE,`SUCCESS,`OTHERS,`CNY,`200.00,`0.00,"
                    + "`0,`0,`0,`0.00,`,`,`数字证书延期, 一张,`,`1.20000,`0.60%,`200.00,`0.00,`";
    private static final String BACK =
            "`2026-11-24 11:00:00,`wx1,`16,`0,`,`4200001,`P1,`openid,`NATIVE,`REFUND,`OTHERS,`CNY,`0.00,`0.00,"
                    + "`5030,`R1,`50.00,`0.00,`ORIGINAL,`SUCCESS,`数字证书延期,`,`-0.30000,`0.60%,`0.00,`50.00,`";

    @TempDir
    private Path folder;

    private final List<Line> lines = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    private Bill read(Charset charset, String... text) throws IOException {
        var file = folder.resolve("bill.csv");
        Files.write(file, String.join("\r\n", text).getBytes(charset));
        return WechatBillReader.read(file, "hash", new Reader() {
            @Override
            public void line(Line line) {
                lines.add(line);
            }

            @Override
            public void unreadable(long number, String line, String why) {
                unreadable.add(number + " " + why);
            }
        });
    }

    private Bill read(String... text) throws IOException {
        return read(StandardCharsets.UTF_8, text);
    }

    @Test
    void payments_refunds_and_sums_are_read_in_fen() throws IOException {
        var bill = read("\uFEFF" + HEADING, PAID, BACK, SUMS, "`2,`200.00,`50.00,`0.00,`0.90000,`200.00,`50.00", "");

        assertThat(bill.state()).isEqualTo(Bill.State.READ);
        assertThat(bill.stated()).isEqualTo(new Bill.Totals(2, 20000, 5000, 90));
        assertThat(lines)
                .containsExactly(
                        new Line(
                                Line.Kind.PAYMENT,
                                "P1",
                                null,
                                "4200001",
                                20000,
                                120,
                                Instant.parse("2026-11-24T02:00:01Z"),
                                "openid"),
                        new Line(
                                Line.Kind.REFUND,
                                "P1",
                                "R1",
                                "4200001",
                                5000,
                                30,
                                Instant.parse("2026-11-24T03:00:00Z"),
                                "openid"));
        assertThat(unreadable).isEmpty();
    }

    @Test
    void more_columns_than_today_change_nothing() throws IOException {
        var bill = read("新的一列," + HEADING + ",又一列", "`x,", "`x,".substring(0, 3) + PAID + ",`y");

        assertThat(bill.state()).isEqualTo(Bill.State.READ);
        assertThat(lines).singleElement().extracting(Line::fen).isEqualTo(20000L);
        assertThat(unreadable).hasSize(1);
    }

    @Test
    void a_missing_summary_is_no_summary() throws IOException {
        assertThat(read(HEADING, PAID).stated()).isNull();
        assertThat(read(HEADING, PAID, SUMS).stated()).isNull();
    }

    @Test
    void what_cannot_be_read_is_handed_over_and_the_rest_is_read() throws IOException {
        read(
                HEADING,
                "garbage",
                PAID.replace("`200.00,`0.00,`", "`a lot,`0.00,`"),
                PAID.replace("2026-11-24", "24.11."),
                BACK.replace("`SUCCESS", "`CHANGE"),
                PAID.replace("`SUCCESS", "`SOMETHING"),
                PAID.replace("`4200001", "`"),
                "`" + "x".repeat(BillLines.LONGEST * 2),
                PAID);

        assertThat(lines).hasSize(1);
        assertThat(unreadable).hasSize(7);
        assertThat(unreadable.get(0)).startsWith("2 ");
        assertThat(unreadable.get(6)).isEqualTo("8 the line is too long");
    }

    @Test
    void gbk_is_read_as_well() throws IOException {
        assertThat(read(Charset.forName("GBK"), HEADING, PAID).state()).isEqualTo(Bill.State.READ);
        assertThat(lines).hasSize(1);
    }

    @Test
    void a_file_without_the_columns_is_damaged_and_one_without_lines_is_empty() throws IOException {
        assertThat(read("<html>", PAID).state()).isEqualTo(Bill.State.DAMAGED);
        assertThat(read(HEADING, SUMS, "`0,`0.00,`0.00,`0.00,`0.00000,`0.00,`0.00")
                        .state())
                .isEqualTo(Bill.State.EMPTY);
        assertThat(read().state()).isEqualTo(Bill.State.EMPTY);
        assertThat(lines).isEmpty();
    }

    @Test
    void a_line_given_twice_is_handed_over_twice() throws IOException {
        read(HEADING, PAID, PAID);

        assertThat(lines).hasSize(2);
    }

    @Test
    void a_long_day_is_read_line_by_line() throws IOException {
        var count = Integer.getInteger("yanqi.bill-lines", 20_000);
        var file = folder.resolve("long.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADING + "\n");
            for (var line = 0; line < count; line++) {
                out.write(PAID + "\n");
            }
        }
        var seen = new long[1];
        WechatBillReader.read(file, "hash", new Reader() {
            @Override
            public void line(Line line) {
                seen[0]++;
            }

            @Override
            public void unreadable(long number, String line, String why) {
                throw new AssertionError(why);
            }
        });
        assertThat(seen[0]).isEqualTo((long) count);
    }
}

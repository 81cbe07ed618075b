package org.yanqi.app.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yanqi.process.payment.port.DailyBills.Bill;
import org.yanqi.process.payment.port.DailyBills.Line;
import org.yanqi.process.payment.port.DailyBills.Reader;

/** No line of Alipay's bill is lost, whatever the zip looks like. */
class AlipayBillReaderTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String HEADING = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
            + "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,"
            + "商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注";
    private static final String PAID = row("2026X", "P1", "交易", "200.00", "", "-1.20");
    private static final String BACK = row("2026X", "P1", "退款", "-50.00", "R1", "0.00");
    private static final String[] HEAD = {
        "#支付宝业务明细查询", "#账号：[20880001]", "#起始日期：[2026年11月24日 00:00:00]", "#-----业务明细列表-----"
    };

    @TempDir
    private Path folder;

    private final List<Line> lines = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    private static String row(String trade, String number, String kind, String yuan, String request, String fee) {
        return String.join(
                        "\t,",
                        trade,
                        number,
                        kind,
                        "数字证书延期",
                        "2026-11-24 09:59:59",
                        "2026-11-24 10:00:01",
                        "",
                        "",
                        "",
                        "",
                        "*辽(138****0000)",
                        yuan,
                        yuan,
                        "0.00",
                        "0.00",
                        "0.00",
                        "0.00",
                        "0.00",
                        "",
                        "0.00",
                        "0.00",
                        request,
                        fee,
                        "0.00",
                        "")
                + "\t";
    }

    private static String[] sums() {
        return new String[] {
            "#-----业务明细列表结束-----", "#交易合计：1笔，商家实收共200.00元，商家优惠共0.00元", "#退款合计：1笔，商家实收退款共-50.00元，商家优惠退款共0.00元", ""
        };
    }

    private static String text(String[]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).reduce("", (all, line) -> all + line + "\r\n");
    }

    private Path zip(Charset charset, String details) throws IOException {
        var file = folder.resolve("bill.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), GBK)) {
            zip.putNextEntry(new ZipEntry("20880001_20261124_业务明细(汇总).csv"));
            zip.write(text(HEAD, new String[] {"门店编号,门店名称,交易订单总笔数", "合计,,1"}).getBytes(charset));
            zip.putNextEntry(new ZipEntry("20880001_20261124_业务明细.csv"));
            zip.write(details.getBytes(charset));
        }
        return file;
    }

    private Bill read(Path file) throws IOException {
        return AlipayBillReader.read(file, new Reader() {
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

    @Test
    void payments_refunds_and_sums_are_read_in_fen() throws IOException {
        var bill = read(zip(GBK, text(HEAD, new String[] {HEADING, PAID, BACK}, sums())));

        assertThat(bill.state()).isEqualTo(Bill.State.READ);
        assertThat(bill.stated()).isEqualTo(new Bill.Totals(2, 20000, 5000, 120));
        assertThat(bill.hash()).hasSize(64);
        var at = Instant.parse("2026-11-24T02:00:01Z");
        assertThat(lines)
                .containsExactly(
                        new Line(Line.Kind.PAYMENT, "P1", null, "2026X", 20000, 120, at, "*辽(138****0000)"),
                        new Line(Line.Kind.REFUND, "P1", "R1", "2026X", 5000, 0, at, "*辽(138****0000)"));
    }

    @Test
    void utf_8_and_more_columns_are_read_as_well() throws IOException {
        var bill = read(zip(StandardCharsets.UTF_8, text(HEAD, new String[] {HEADING + ",新列", PAID + ",x\t"})));

        assertThat(bill.state()).isEqualTo(Bill.State.READ);
        assertThat(bill.stated()).isNull();
        assertThat(lines).hasSize(1);
    }

    @Test
    void what_cannot_be_read_is_handed_over_and_the_rest_is_read() throws IOException {
        read(zip(GBK, text(HEAD, new String[] {
            HEADING,
            "nonsense",
            row("2026X", "P1", "转账", "1.00", "", "0.00"),
            row("", "P1", "交易", "1.00", "", "0.00"),
            row("2026X", "P1", "交易", "1.001", "", "0.00"),
            PAID
        })));

        assertThat(lines).hasSize(1);
        assertThat(unreadable).hasSize(4);
        assertThat(unreadable.get(0)).startsWith("6 ");
    }

    @Test
    void a_broken_zip_is_damaged_and_none_of_its_lines_counts() throws IOException {
        var file = zip(GBK, text(HEAD, new String[] {HEADING, PAID}, sums()));
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 0x55;
        Files.write(file, bytes);
        assertThat(read(file).state()).isEqualTo(Bill.State.DAMAGED);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(read(file).state()).isEqualTo(Bill.State.DAMAGED);
        Files.writeString(file, "<html>no bill</html>");
        assertThat(read(file).state()).isEqualTo(Bill.State.DAMAGED);
        assertThat(lines).isEmpty();
    }

    @Test
    void a_day_without_lines_is_empty_and_a_file_without_the_columns_damaged() throws IOException {
        assertThat(read(zip(GBK, text(HEAD, new String[] {HEADING}, sums()))).state())
                .isEqualTo(Bill.State.EMPTY);
        assertThat(read(zip(GBK, text(HEAD, new String[] {"支付宝交易号,商户订单号", "a,b"})))
                        .state())
                .isEqualTo(Bill.State.DAMAGED);
    }
}

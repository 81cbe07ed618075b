package org.yanqi.app.alipay;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.yanqi.app.wire.BillColumns;
import org.yanqi.app.wire.BillLines;
import org.yanqi.process.payment.port.DailyBills.Bill;
import org.yanqi.process.payment.port.DailyBills.Line;
import org.yanqi.process.payment.port.DailyBills.Reader;

/**
 * Reads a zip of bills: in the one with the details comment lines begin with #, the heading is the first line that does not, values
 * are padded, sums follow in comments. The zip is gone through once to see that it is whole, and again to read its lines.
 */
final class AlipayBillReader {
    private static final Charset NAMES = Charset.forName("GBK");
    private static final String TRADE = "支付宝交易号";
    private static final String NUMBER = "商户订单号";
    private static final String KIND = "业务类型";
    private static final String TIME = "完成时间";
    private static final String TOTAL = "订单金额（元）";
    private static final String REQUEST = "退款批次号/请求号";
    private static final String FEE = "服务费（元）";
    private static final List<String> NEEDED = List.of(TRADE, NUMBER, KIND, TIME, TOTAL, REQUEST, FEE);
    private static final Pattern PAID = Pattern.compile("#交易合计：(\\d+)笔，商家实收共(-?[\\d.]+)元.*");
    private static final Pattern REFUNDED = Pattern.compile("#退款合计：(\\d+)笔，商家实收退款共(-?[\\d.]+)元.*");

    private final BillLines lines;
    private final Reader reader;
    private long rows;
    private long fees;
    private @Nullable Matcher paid;
    private @Nullable Matcher refunded;

    private AlipayBillReader(BillLines lines, Reader reader) {
        this.lines = lines;
        this.reader = reader;
    }

    private record Checked(@Nullable Charset details, String hash) {}

    static Bill read(Path file, Reader reader) throws IOException {
        Checked checked;
        try {
            checked = check(file);
        } catch (ZipException | IllegalArgumentException broken) {
            return new Bill(Bill.State.DAMAGED, null, null, "the zip is broken: " + broken.getMessage());
        }
        var charset = checked.details();
        if (charset == null) {
            return new Bill(Bill.State.DAMAGED, null, checked.hash(), "no file in the zip has the details");
        }
        try (var zip = new ZipInputStream(Files.newInputStream(file), NAMES)) {
            while (zip.getNextEntry() != null) {
                var bill = new AlipayBillReader(new BillLines(zip, charset), reader).read(checked.hash());
                if (bill != null) {
                    return bill;
                }
            }
        }
        return new Bill(Bill.State.DAMAGED, null, checked.hash(), "no file in the zip has the details");
    }

    /** To the end of every file in it, so that its checksums are compared before a line counts. */
    private static Checked check(Path file) throws IOException {
        try (var bytes = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            Charset details = null;
            var zip = new ZipInputStream(bytes, NAMES);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var charset = BillLines.charset(zip);
                zip.transferTo(OutputStream.nullOutputStream());
                details = details == null || !entry.getName().contains("汇总") ? charset : details;
            }
            bytes.transferTo(OutputStream.nullOutputStream());
            return new Checked(
                    details, HexFormat.of().formatHex(bytes.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** @return null if this is not the file with the details */
    private @Nullable Bill read(String hash) throws IOException {
        @Nullable BillColumns columns = null;
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.startsWith("#")) {
                sums(line);
            } else if (columns == null) {
                var headings = Arrays.asList(line.split(",", -1));
                columns = new BillColumns(headings);
                if (headings.stream().noneMatch(one -> one.strip().equals(TRADE))) {
                    return null;
                }
                if (!columns.have(NEEDED)) {
                    return new Bill(Bill.State.DAMAGED, null, hash, "columns are missing");
                }
            } else if (!line.isBlank()) {
                rows++;
                read(columns, line);
            }
        }
        if (columns == null) {
            return null;
        }
        return new Bill(rows == 0 ? Bill.State.EMPTY : Bill.State.READ, stated(), hash, null);
    }

    private void read(BillColumns columns, String text) {
        try {
            if (lines.isCut()) {
                throw new IllegalArgumentException("the line is too long");
            }
            var line = line(columns.row(Arrays.asList(text.split(",", -1))));
            fees += line.feeFen();
            reader.line(line);
        } catch (IllegalArgumentException | DateTimeException no) {
            reader.unreadable(lines.number(), text, String.valueOf(no.getMessage()));
        }
    }

    private static Line line(BillColumns.Row row) {
        var kind = row.required(KIND);
        var refund = kind.equals("退款");
        if (!refund && !kind.equals("交易")) {
            throw new IllegalArgumentException(KIND + " " + kind);
        }
        return new Line(
                refund ? Line.Kind.REFUND : Line.Kind.PAYMENT,
                row.optional(NUMBER),
                refund ? row.optional(REQUEST) : null,
                row.required(TRADE),
                row.fen(TOTAL),
                row.fee(FEE),
                row.time(TIME),
                row.optional("对方账户"));
    }

    private void sums(String comment) {
        var payments = PAID.matcher(comment);
        if (payments.matches()) {
            paid = payments;
        }
        var refunds = REFUNDED.matcher(comment);
        if (refunds.matches()) {
            refunded = refunds;
        }
    }

    /** Alipay states no sum of its fees here: the lines' own is given in its place. */
    private Bill.@Nullable Totals stated() {
        var payments = paid;
        var refunds = refunded;
        if (payments == null || refunds == null) {
            return null;
        }
        return new Bill.Totals(
                Long.parseLong(payments.group(1)) + Long.parseLong(refunds.group(1)),
                fen(payments.group(2)),
                fen(refunds.group(2)),
                fees);
    }

    private static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).abs().longValueExact();
    }
}

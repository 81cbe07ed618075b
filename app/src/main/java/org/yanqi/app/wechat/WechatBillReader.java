package org.yanqi.app.wechat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yanqi.app.wire.BillColumns;
import org.yanqi.app.wire.BillLines;
import org.yanqi.process.payment.port.DailyBills.Bill;
import org.yanqi.process.payment.port.DailyBills.Line;
import org.yanqi.process.payment.port.DailyBills.Reader;

/** Reads a trade bill of type ALL: a heading, values each behind a back-tick, then a heading and a line of sums. */
final class WechatBillReader {
    private static final String TRADE = "微信订单号";
    private static final String NUMBER = "商户订单号";
    private static final String TIME = "交易时间";
    private static final String STATE = "交易状态";
    private static final String TOTAL = "订单金额";
    private static final String REFUND = "商户退款单号";
    private static final String REFUND_STATE = "退款状态";
    private static final String REFUNDED = "申请退款金额";
    private static final String FEE = "手续费";
    private static final String SUMS = "总交易单数";
    private static final String SUM_PAID = "订单总金额";
    private static final String SUM_REFUNDED = "申请退款总金额";
    private static final String SUM_FEE = "手续费总金额";
    private static final List<String> NEEDED =
            List.of(TRADE, NUMBER, TIME, STATE, TOTAL, REFUND, REFUND_STATE, REFUNDED, FEE);

    private final BillLines lines;
    private final Reader reader;
    private long rows;

    private WechatBillReader(BillLines lines, Reader reader) {
        this.lines = lines;
        this.reader = reader;
    }

    static Bill read(Path file, String hash, Reader reader) throws IOException {
        try (var whole = Files.newInputStream(file);
                var lines = new BillLines(Files.newInputStream(file), BillLines.charset(whole))) {
            return new WechatBillReader(lines, reader).read(hash);
        }
    }

    private Bill read(String hash) throws IOException {
        var heading = lines.next();
        if (heading == null) {
            return new Bill(Bill.State.EMPTY, null, hash, "no line in it");
        }
        var columns = new BillColumns(Arrays.asList(heading.split(",", -1)));
        if (!columns.have(NEEDED)) {
            return new Bill(Bill.State.DAMAGED, null, hash, "columns are missing");
        }
        Bill.@Nullable Totals stated = null;
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.startsWith(SUMS)) {
                stated = sums(line);
            } else if (!line.isBlank()) {
                rows++;
                read(columns, line);
            }
        }
        return new Bill(rows == 0 ? Bill.State.EMPTY : Bill.State.READ, stated, hash, null);
    }

    private void read(BillColumns columns, String text) {
        try {
            if (lines.isCut()) {
                throw new IllegalArgumentException("the line is too long");
            }
            reader.line(line(columns.row(values(text))));
        } catch (IllegalArgumentException | DateTimeException no) {
            reader.unreadable(lines.number(), text, String.valueOf(no.getMessage()));
        }
    }

    /** A comma may stand inside a value; a comma before a back-tick does not. */
    private static List<String> values(String text) {
        if (!text.startsWith("`")) {
            throw new IllegalArgumentException("no back-tick at the start");
        }
        return Arrays.asList(text.substring(1).split(",`", -1));
    }

    private static Line line(BillColumns.Row row) {
        var state = row.required(STATE);
        return switch (state) {
            case "SUCCESS" ->
                new Line(
                        Line.Kind.PAYMENT,
                        row.optional(NUMBER),
                        null,
                        row.required(TRADE),
                        row.fen(TOTAL),
                        row.fee(FEE),
                        row.time(TIME),
                        row.optional("用户标识"));
            case "REFUND", "REVOKED" -> refund(row);
            default -> throw new IllegalArgumentException(STATE + " " + state);
        };
    }

    /** Only a refund that went through, or will, moved money. */
    private static Line refund(BillColumns.Row row) {
        var state = row.text(REFUND_STATE);
        if (!state.equals("SUCCESS") && !state.equals("PROCESSING")) {
            throw new IllegalArgumentException(REFUND_STATE + " " + state);
        }
        return new Line(
                Line.Kind.REFUND,
                row.optional(NUMBER),
                row.optional(REFUND),
                row.required(TRADE),
                row.fen(REFUNDED),
                row.fee(FEE),
                row.time(TIME),
                row.optional("用户标识"));
    }

    private Bill.@Nullable Totals sums(String heading) throws IOException {
        var text = lines.next();
        if (text == null) {
            return null;
        }
        try {
            var row = new BillColumns(Arrays.asList(heading.split(",", -1))).row(values(text));
            return new Bill.Totals(
                    Long.parseLong(row.required(SUMS)), row.fen(SUM_PAID), row.fen(SUM_REFUNDED), row.fee(SUM_FEE));
        } catch (IllegalArgumentException no) {
            reader.unreadable(lines.number(), text, String.valueOf(no.getMessage()));
            return null;
        }
    }
}

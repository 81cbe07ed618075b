package org.yanqi.forms.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yanqi.forms.component.Texts;
import org.yanqi.process.payment.reconciliation.Difference;
import org.yanqi.process.payment.reconciliation.ReconciledDay;
import org.yanqi.process.payment.reconciliation.ReconciledDays;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** Writes a day's totals and differences as a file, and on the record that it was taken out of the house. */
@Component
class ExportDay {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What a spreadsheet still opens at once. */
    private static final int MOST = 20_000;

    private static final List<String> TOTALS =
            List.of("channel", "state", "paid", "refunded", "fee", "net", "lines", "matched", "own");
    private static final List<String> DIFFERENCES = List.of(
            "kind",
            "channel",
            "number",
            "provider-number",
            "channel-fen",
            "own-fen",
            "state",
            "explanation",
            "explained-by",
            "details");

    private final ReconciledDays days;
    private final AppendToRecord log;

    ExportDay(ReconciledDays days, AppendToRecord log) {
        this.days = days;
        this.log = log;
    }

    /** @param format csv or xlsx */
    byte[] write(Actor actor, LocalDate day, String format, Locale locale) {
        var seen = days.one(actor, day);
        var differences = days.differences(actor, day, 0, MOST);
        var lines = lines(seen, differences, locale);
        log.append(
                actor,
                null,
                "day " + day,
                "day-exported",
                Map.of("day", day.toString(), "format", format, "rows", Integer.toString(differences.size())));
        return format.equals("csv") ? csv(lines) : xlsx(lines, day);
    }

    private static List<List<Object>> lines(ReconciledDay day, List<Difference> differences, Locale locale) {
        var lines = new ArrayList<List<Object>>();
        lines.add(header("day-total.", TOTALS, locale));
        day.bills()
                .forEach(bill -> lines.add(List.of(
                        Texts.text("channel." + bill.channel(), locale),
                        Texts.text("bill-state." + bill.state(), locale),
                        yuan(bill.paidFen()),
                        yuan(bill.refundedFen()),
                        yuan(bill.feeFen()),
                        yuan(bill.netFen()),
                        BigDecimal.valueOf(bill.lines()),
                        BigDecimal.valueOf(bill.matched()),
                        BigDecimal.valueOf(bill.ownCount()))));
        lines.add(List.of());
        lines.add(header("difference.", DIFFERENCES, locale));
        differences.forEach(one -> lines.add(List.of(
                Texts.text("difference-kind." + one.kind(), locale),
                Texts.text("channel." + one.channel(), locale),
                known(one.number()),
                known(one.providerNumber()),
                amount(one.channelFen()),
                amount(one.ownFen()),
                Texts.text("difference-state." + DayWords.state(one), locale),
                known(one.explanation()),
                known(one.explainedBy()),
                DayWords.details(one, locale))));
        return lines;
    }

    private static List<Object> header(String prefix, List<String> columns, Locale locale) {
        return columns.stream()
                .<Object>map(column -> Texts.text(prefix + column, locale))
                .toList();
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Object amount(@Nullable Long fen) {
        return fen == null ? "" : yuan(fen);
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    private static byte[] csv(List<List<Object>> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(Csv.line(line)));
        return Csv.file(text.toString());
    }

    private static byte[] xlsx(List<List<Object>> lines, LocalDate day) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Yanqi", "1.0")) {
            var sheet = book.newWorksheet(day.toString());
            for (var row = 0; row < lines.size(); row++) {
                for (var column = 0; column < lines.get(row).size(); column++) {
                    if (lines.get(row).get(column) instanceof BigDecimal number) {
                        sheet.value(row, column, number);
                    } else {
                        sheet.value(
                                row,
                                column,
                                Csv.defused(String.valueOf(lines.get(row).get(column))));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

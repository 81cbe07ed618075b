package org.yanqi.forms.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yanqi.forms.component.Texts;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.reconciliation.Difference;
import org.yanqi.process.payment.reconciliation.ReconciledDay;
import org.yanqi.process.payment.reconciliation.ReconciledDays;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** A day's file opens in a spreadsheet, runs nothing there, and its making is on the record. */
class ExportDayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Actor FINANCE = Items.actor("caiwu", Role.FINANCE);

    private final ReconciledDays days = mock(ReconciledDays.class);
    private final AppendToRecord log = mock(AppendToRecord.class);
    private final ExportDay export = new ExportDay(days, log);

    @BeforeEach
    void a_day_with_an_explained_difference() {
        var bill = new ReconciledDay.Bill(
                Channel.WECHAT,
                "READ",
                1,
                null,
                null,
                null,
                2,
                0,
                20_000,
                30_000,
                120,
                null,
                null,
                null,
                null,
                1,
                2,
                20_000,
                0,
                0);
        when(days.one(any(), any())).thenReturn(new ReconciledDay(DAY, false, 1, 0, null, null, 1, 0, List.of(bill)));
        when(days.differences(any(), any(), anyInt(), anyInt()))
                .thenReturn(List.of(new Difference(
                        Items.id(1),
                        DAY,
                        Channel.WECHAT,
                        Difference.Kind.UNREADABLE_LINE,
                        null,
                        Difference.State.EXPLAINED,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        3L,
                        "@odd",
                        null,
                        null,
                        "=1+1",
                        "caiwu",
                        Instant.EPOCH)));
    }

    @Test
    void csv_keeps_negative_amounts_and_defuses_words() {
        var text = new String(export.write(FINANCE, DAY, "csv", Texts.CHINESE), StandardCharsets.UTF_8);
        assertThat(text)
                .contains(",-101.20,")
                .contains("\"'=1+1\"")
                .contains("\"'@odd\"")
                .contains("无法读取的行");
        verify(log).append(eq(FINANCE), any(), eq("day 2026-11-24"), eq("day-exported"), any());
    }

    @Test
    void xlsx_keeps_amounts_as_numbers_and_defuses_words(@TempDir Path folder) throws IOException {
        var text = unzipped(export.write(FINANCE, DAY, "xlsx", Texts.CHINESE), folder.resolve("day.xlsx"));
        assertThat(text)
                .contains("<v>-101.20</v>")
                .contains("=1+1")
                .doesNotContain(">=1+1")
                .doesNotContain("<f>");
    }

    private static String unzipped(byte[] book, Path file) throws IOException {
        var text = new StringBuilder();
        Files.write(file, book);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}

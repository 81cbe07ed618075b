package org.yanqi.demo.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.DailyBills;
import org.yanqi.process.payment.port.DailyBills.Bill;
import org.yanqi.process.payment.port.DailyBills.Line;
import org.yanqi.process.payment.reconciliation.SettleDay;
import org.yanqi.process.payment.reconciliation.StartDays;
import org.yanqi.process.payment.reconciliation.StoreBill;
import org.yanqi.process.worklist.SearchWorkItems;

/** Days that finance has signed off, and yesterday with three differences that nobody has looked at yet. */
@Component
class SampleDays {
    private static final int SIGNED = 4;
    private static final long ORPHAN = 20_000;
    private static final long STATED = 45_000;

    private final StoreBill bills;
    private final StartDays days;
    private final SettleDay settle;
    private final SearchWorkItems workItems;
    private final JdbcClient database;
    private final Clock clock;

    SampleDays(
            StoreBill bills,
            StartDays days,
            SettleDay settle,
            SearchWorkItems workItems,
            JdbcClient database,
            Clock clock) {
        this.bills = bills;
        this.days = days;
        this.settle = settle;
        this.workItems = workItems;
        this.database = database;
        this.clock = clock;
    }

    void make() throws InterruptedException {
        var yesterday = LocalDate.ofInstant(clock.instant(), Shanghai.ZONE).minusDays(1);
        for (var back = SIGNED; back > 0; back--) {
            var day = yesterday.minusDays(back);
            start(day, told(day, Channel.WECHAT), told(day, Channel.ALIPAY));
            var item = Until.present("a day to sign off", () -> workItems.open("sign-off-day", day.toString()));
            Walk.value(settle.signOff(SampleStaff.staff("caiwu"), item.id(), ""));
        }
        var odd = told(yesterday, Channel.WECHAT);
        odd.lines().add(orphan(yesterday));
        start(yesterday, odd.with(STATED, "`2026-,`wx00000000,乱码，少列"), told(yesterday, Channel.ALIPAY));
        Until.present("yesterday to sign off", () -> workItems.open("sign-off-day", yesterday.toString()));
    }

    private void start(LocalDate day, Told... told) {
        for (var one : told) {
            bills.store(day, 1, one);
        }
        days.start(day);
    }

    private static Line orphan(LocalDate day) {
        var at = day.atTime(14, 32).atZone(Shanghai.ZONE).toInstant();
        var stamp = day.toString().replace("-", "");
        return new Line(
                Line.Kind.PAYMENT,
                "P" + stamp + "99999",
                null,
                "4200002" + stamp + "0000099999",
                ORPHAN,
                120,
                at,
                null);
    }

    /** A bill that tells of what we counted on its day. */
    private Told told(LocalDate day, Channel channel) {
        var lines = new ArrayList<Line>();
        database.sql("""
                        select number, provider_number, paid_fen, paid_at from payment
                        where channel = :channel and provider_number is not null and paid_at >= :from and paid_at < :until
                        order by paid_at
                        """)
                .param("channel", channel.name())
                .param("from", begin(day))
                .param("until", begin(day.plusDays(1)))
                .query((row, i) -> line(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list()
                .forEach(lines::add);
        return new Told(channel, lines, null, null);
    }

    /** With the fee that is agreed, 0.6 %. */
    private static Line line(String number, String provider, long fen, Instant at) {
        return new Line(Line.Kind.PAYMENT, number, null, provider, fen, Math.round(fen * 0.006), at, null);
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(Shanghai.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }

    /** A bill made for the sample. @param stated what it says was paid, if that is not the truth */
    private record Told(
            Channel channel,
            List<Line> lines,
            @Nullable Long stated,
            @Nullable String garbled) implements DailyBills {

        Told with(long paid, String text) {
            return new Told(channel, lines, paid, text);
        }

        @Override
        public Bill read(LocalDate day, Reader reader) {
            lines.forEach(reader::line);
            var read = (long) lines.size();
            if (garbled != null) {
                reader.unreadable(++read, garbled, "columns");
            }
            if (read == 0) {
                return new Bill(Bill.State.EMPTY, null, null, null);
            }
            var paid = lines.stream().mapToLong(Line::fen).sum();
            var fee = lines.stream().mapToLong(Line::feeFen).sum();
            return new Bill(
                    Bill.State.READ,
                    new Bill.Totals(read, stated == null ? paid : paid + stated - ORPHAN, 0, fee),
                    null,
                    null);
        }
    }
}

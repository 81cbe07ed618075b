package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.DailyBills.Line;

/** Whatever the channel says and whatever we counted: every line and every movement of ours has one place, to the fen. */
class CompareBillPropertyTest {
    private static final BillBooks BOOKS = BillBooks.onPostgres();
    private static int tries;

    /** A line of the bill of one of three days in a row. */
    record Told(int day, boolean isPayment, int number, int provider, int refund, long fen, long fee) {}

    /** A payment or refund of ours. */
    record Counted(boolean isPayment, int minutes, int provider, long fen, boolean succeeded) {}

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void every_line_and_every_movement_has_exactly_one_place(
            @ForAll("bills") List<Told> told, @ForAll("books") List<Counted> counted) {
        var mark = "P" + ++tries + "-";
        var first = LocalDate.of(2026, 1, 1).plusDays(5L * tries);
        var bills = new PreparedBills(Channel.ALIPAY);
        for (var at = 0; at < counted.size(); at++) {
            count(mark, first, at, counted.get(at));
        }
        for (var day = 0; day < 3; day++) {
            bills.read(first.plusDays(day), lines(mark, first, day, told));
            BOOKS.day(first.plusDays(day));
        }

        for (var day = 0; day < 3; day++) {
            BOOKS.store(first.plusDays(day), 1, bills);
            BOOKS.compare(first.plusDays(day), Channel.ALIPAY, true);
        }
        look(first, bills);
        assertOnePlace(first, told, counted);
        var before = places();
        look(first, bills);
        assertThat(places()).as("a second look changes nothing").isEqualTo(before);
    }

    /** The last look, which holds nothing back. */
    private static void look(LocalDate first, PreparedBills bills) {
        for (var day = 0; day < 3; day++) {
            BOOKS.store(first.plusDays(day), 2 + day, bills);
            BOOKS.compare(first.plusDays(day), Channel.ALIPAY, false);
        }
    }

    private static void assertOnePlace(LocalDate first, List<Told> told, List<Counted> counted) {
        var from = first;
        var until = first.plusDays(2);
        assertThat(BOOKS.number("select count(*) from bill_line where bill_day between ? and ?", from, until))
                .as("no line is lost")
                .isEqualTo(told.size());
        assertThat(BOOKS.number("""
                        select count(*) from bill_line l where l.bill_day between ? and ?
                          and (select count(*) from bill_match m where m.line_id = l.id)
                            + (select count(*) from reconciliation_difference d
                               where d.line_id = l.id and d.state <> 'RESOLVED') <> 1
                        """, from, until)).as("lines without one place").isZero();
        assertThat(BOOKS.number("""
                        select count(*) from payment p where p.paid_at >= ? and p.paid_at < ?
                          and (select count(*) from bill_match m where m.payment_id = p.id)
                            + (select count(*) from reconciliation_difference d
                               where d.payment_id = p.id and d.state <> 'RESOLVED') <> 1
                        """, start(from), start(first.plusDays(3))))
                .as("payments without one place")
                .isZero();
        assertThat(BOOKS.number("""
                        select count(*) from refund r where r.state = 'SUCCEEDED' and r.asked >= ? and r.asked < ?
                          and (select count(*) from bill_match m where m.refund_id = r.id)
                            + (select count(*) from reconciliation_difference d
                               where d.refund_id = r.id and d.state <> 'RESOLVED') <> 1
                        """, start(from), start(first.plusDays(3))))
                .as("refunds without one place")
                .isZero();
        assertThat(BOOKS.number("""
                        select (select coalesce(sum(fen), 0) from bill_match where bill_day between ? and ?)
                          + (select coalesce(sum(channel_fen), 0) from reconciliation_difference
                             where bill_day between ? and ? and state <> 'RESOLVED' and line_id is not null)
                        """, from, until, from, until))
                .as("the channel's fen")
                .isEqualTo(told.stream().mapToLong(Told::fen).sum());
        assertThat(BOOKS.number("""
                        select (select coalesce(sum(fen), 0) from bill_match where bill_day between ? and ?)
                          + (select coalesce(sum(own_fen), 0) from reconciliation_difference
                             where bill_day between ? and ? and state <> 'RESOLVED'
                               and (payment_id is not null or refund_id is not null))
                        """, from, until, from, until))
                .as("our fen")
                .isEqualTo(counted.stream()
                                .filter(one -> one.isPayment() || one.succeeded())
                                .mapToLong(Counted::fen)
                                .sum()
                        + toldOfRefundsThatDidNotSucceed(from, until));
    }

    /** A refund that the channel has and we do not is a difference of both sides, whatever its state with us. */
    private static long toldOfRefundsThatDidNotSucceed(LocalDate from, LocalDate until) {
        return BOOKS.number("""
                select coalesce(sum(d.own_fen), 0) from reconciliation_difference d join refund r on r.id = d.refund_id
                where d.bill_day between ? and ? and d.state <> 'RESOLVED' and r.state <> 'SUCCEEDED'
                """, from, until);
    }

    private static long places() {
        return BOOKS.number("select (select count(*) from bill_match) * 1000000"
                + " + (select count(*) from reconciliation_difference)");
    }

    private static OffsetDateTime start(LocalDate day) {
        return PreparedBills.at(day, 0, 0).atOffset(ZoneOffset.UTC);
    }

    private static void count(String mark, LocalDate first, int at, Counted one) {
        Instant when = PreparedBills.at(first, 0, 0).plusSeconds(60L * one.minutes());
        if (one.isPayment()) {
            var provider = one.provider() == 0 ? null : mark + "W" + one.provider();
            BOOKS.payment(mark + "N" + at, Channel.ALIPAY, provider, one.fen(), when);
        } else {
            BOOKS.refund(mark + "R" + at, Channel.ALIPAY, one.succeeded() ? "SUCCEEDED" : "PENDING", one.fen(), when);
        }
    }

    private static List<Line> lines(String mark, LocalDate first, int day, List<Told> told) {
        var lines = new ArrayList<Line>();
        IntStream.range(0, told.size()).filter(at -> told.get(at).day() == day).forEach(at -> {
            var one = told.get(at);
            lines.add(new Line(
                    one.isPayment() ? Line.Kind.PAYMENT : Line.Kind.REFUND,
                    mark + "N" + one.number(),
                    one.isPayment() ? null : mark + "R" + one.refund(),
                    mark + "W" + one.provider(),
                    one.fen(),
                    one.fee(),
                    PreparedBills.at(first.plusDays(day), 12, 0),
                    null));
        });
        return lines;
    }

    @Provide
    Arbitrary<List<Told>> bills() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(10_000L, 20_000L, 20_100L),
                        Arbitraries.of(0L, 60L, 900L))
                .as(Told::new)
                .list()
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<List<Counted>> books() {
        return Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 3 * 24 * 60 - 1),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(10_000L, 20_000L, 20_100L),
                        Arbitraries.of(true, true, false))
                .as(Counted::new)
                .list()
                .ofMaxSize(8);
    }
}

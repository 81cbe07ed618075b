package org.yanqi.app.money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.DailyBills;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;

/** A channel whose bills a test has written; a day without one is not ready yet. */
final class PreparedBills implements DailyBills, Ordered {
    private final Channel channel;
    private final Map<LocalDate, Prepared> days = new ConcurrentHashMap<>();

    PreparedBills(Channel channel) {
        this.channel = channel;
    }

    /** A bill as it will be handed over; {@code null} as its outcome: the channel does not answer. */
    record Prepared(@Nullable Bill bill, List<Line> lines, List<String> unreadable) {}

    void put(
            LocalDate day,
            Bill.@Nullable State state,
            Bill.@Nullable Totals totals,
            List<Line> lines,
            String... unreadable) {
        var bill = state == null
                ? null
                : new Bill(state, totals, "hash of " + day, state == Bill.State.DAMAGED ? "hash" : null);
        days.put(day, new Prepared(bill, List.copyOf(lines), List.of(unreadable)));
    }

    void read(LocalDate day, List<Line> lines, String... unreadable) {
        put(day, Bill.State.READ, null, lines, unreadable);
    }

    static Line paid(String number, String provider, long fen, long fee, Instant at) {
        return new Line(Line.Kind.PAYMENT, number, null, provider, fen, fee, at, null);
    }

    static Line refunded(String number, String refund, String provider, long fen, Instant at) {
        return new Line(Line.Kind.REFUND, number, refund, provider, fen, 0, at, null);
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(Shanghai.ZONE).toInstant();
    }

    static Bill.Totals totals(List<Line> lines) {
        return new Bill.Totals(
                lines.size(),
                sum(lines, Line.Kind.PAYMENT),
                sum(lines, Line.Kind.REFUND),
                lines.stream().mapToLong(Line::feeFen).sum());
    }

    private static long sum(List<Line> lines, Line.Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .mapToLong(Line::fen)
                .sum();
    }

    @Override
    public Channel channel() {
        return channel;
    }

    /** Before any adapter of the product. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Bill read(LocalDate day, Reader reader) throws NoAnswer {
        var prepared = days.get(day);
        if (prepared == null) {
            return new Bill(Bill.State.NOT_READY, null, null, null);
        }
        if (prepared.bill() == null) {
            throw new NoAnswer("the channel is down", new IllegalStateException());
        }
        prepared.lines().forEach(reader::line);
        var number = prepared.lines().size();
        for (var text : prepared.unreadable()) {
            reader.unreadable(++number, text, "columns");
        }
        return prepared.bill();
    }
}

package org.yanqi.bench.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.yanqi.bench.drive.Round;
import org.yanqi.bench.drive.Side;

/** The figures as text. */
final class Report {
    private static final String ROW = "%-12s %10s %9s %9s %9s %11s %9s %11s %8s%n";

    private final StringBuilder text = new StringBuilder();

    Report(String machine) {
        text.append(machine).append("\n\n");
        text.append(ROW.formatted(
                "", "renewals/s", "p50 ms", "p95 ms", "p99 ms", "statements", "commits", "rollbacks", "looks/s"));
    }

    void side(Side side, Round round) {
        double renewals = round.renewals();
        var sql = round.sql();
        text.append(ROW.formatted(
                side.name(),
                "%.2f".formatted(round.perSecond()),
                millis(round.latency(0.5)),
                millis(round.latency(0.95)),
                millis(round.latency(0.99)),
                "%.1f".formatted(sql.statements() / renewals),
                "%.1f".formatted(sql.commits() / renewals),
                "%.2f".formatted(sql.rollbacks() / renewals),
                "%.0f".formatted(sql.looks() / (round.took().toNanos() / 1e9))));
    }

    void ratio(Round product, Round bare) {
        text.append("%nproduct : bare engine = %.2f%n".formatted(product.perSecond() / bare.perSecond()));
        text.append("""
                Statements, commits and rollbacks are per renewal. A batch counts as its entries; a statement outside a
                transaction is a commit of its own. Looks are the questions of pollers that found nothing, counted apart.
                What the bench asks on its own behalf is not counted; waiting asks nothing.
                """);
    }

    /** What was run most, by text. */
    void shapes(Side side, int most, int renewals) {
        list(side.name() + ", statements a renewal", side.meter().shapes(), most, renewals);
        list(
                side.name() + ", transactions a renewal by their first statement",
                side.meter().transactions(),
                most,
                renewals);
    }

    private void list(String heading, List<Map.Entry<String, Long>> shapes, int most, int renewals) {
        text.append("%n%s:%n".formatted(heading));
        shapes.stream()
                .limit(most)
                .forEach(shape -> text.append(
                        "%8.2f  %s%n".formatted(shape.getValue() / (double) renewals, cut(shape.getKey()))));
    }

    private static String cut(String sql) {
        int longest = 230;
        return sql.length() <= longest ? sql : sql.substring(0, longest) + " …";
    }

    private static String millis(Duration span) {
        return Long.toString(span.toMillis());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

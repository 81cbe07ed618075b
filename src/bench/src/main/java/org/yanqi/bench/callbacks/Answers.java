package org.yanqi.bench.callbacks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The answers to callbacks: how long each took, and how many were not what they must be. */
final class Answers {
    /** What a callback was. */
    enum What {
        /** Tells of a payment for the first time. */
        FIRST,
        /** Tells of it again under an id of its own. */
        AGAIN,
        /** The same once more. */
        REPEAT,
        /** Not from the provider. */
        FORGED
    }

    private static final String ROW = "%-10s %8s %9s %9s %9s %9s%n";

    private final Map<What, List<Long>> nanos = new EnumMap<>(What.class);
    private final List<String> wrong = new ArrayList<>();

    synchronized void add(What what, int status, long took) {
        nanos.computeIfAbsent(what, any -> new ArrayList<>()).add(took);
        var right = what == What.FORGED ? status / 100 == 4 : status / 100 == 2;
        if (!right) {
            wrong.add(what + " " + status);
        }
    }

    synchronized int unexpected() {
        return wrong.size();
    }

    @Override
    public synchronized String toString() {
        var text = new StringBuilder(ROW.formatted("", "answers", "p50 ms", "p95 ms", "p99 ms", "max ms"));
        var all = new ArrayList<Long>();
        nanos.forEach((what, took) -> {
            all.addAll(took);
            text.append(row(what.name().toLowerCase(Locale.ROOT), took));
        });
        text.append(row("all", all));
        return text.append("answered otherwise than they must be: ")
                .append(wrong.size())
                .append(wrong.stream().limit(5).toList())
                .toString();
    }

    private static String row(String name, List<Long> took) {
        var sorted = new ArrayList<>(took);
        Collections.sort(sorted);
        return ROW.formatted(name, sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static String at(List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            return "-";
        }
        var nanos = sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
        return "%.1f".formatted(nanos / (double) TimeUnit.MILLISECONDS.toNanos(1));
    }
}

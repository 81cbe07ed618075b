package org.yanqi.app.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a bill, found by their headings: providers add columns without asking. */
public final class BillColumns {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Map<String, Integer> places = new HashMap<>();
    private final int count;

    public BillColumns(List<String> headings) {
        this.count = headings.size();
        for (var at = 0; at < count; at++) {
            places.putIfAbsent(headings.get(at).strip(), at);
        }
    }

    /** Whether all of these are there. */
    public boolean have(List<String> names) {
        return places.keySet().containsAll(names);
    }

    /** One line's values under these headings. @throws IllegalArgumentException if there are more or fewer */
    public Row row(List<String> values) {
        if (values.size() != count) {
            throw new IllegalArgumentException(values.size() + " values in " + count + " columns");
        }
        return new Row(values);
    }

    /** The values of a line. */
    public final class Row {
        private final List<String> values;

        private Row(List<String> values) {
            this.values = values;
        }

        /** The value, stripped; empty if there is no such column. */
        public String text(String column) {
            var at = places.get(column);
            return at == null ? "" : values.get(at).strip();
        }

        /** The value, or null if it is empty. */
        public @Nullable String optional(String column) {
            var text = text(column);
            return text.isEmpty() ? null : text;
        }

        /** The value. @throws IllegalArgumentException if it is empty */
        public String required(String column) {
            var text = text(column);
            if (text.isEmpty()) {
                throw new IllegalArgumentException("no " + column);
            }
            return text;
        }

        /** Yuan as fen, without a sign. @throws IllegalArgumentException if it is no amount in fen */
        public long fen(String column) {
            try {
                return new BigDecimal(required(column)).movePointRight(2).abs().longValueExact();
            } catch (ArithmeticException | NumberFormatException no) {
                throw new IllegalArgumentException(column + " is no amount", no);
            }
        }

        /** A fee in yuan as fen, without a sign, rounded half up: fees come with more digits; 0 if there is none. */
        public long fee(String column) {
            try {
                var text = text(column);
                return text.isEmpty()
                        ? 0
                        : new BigDecimal(text)
                                .movePointRight(2)
                                .abs()
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact();
            } catch (ArithmeticException | NumberFormatException no) {
                throw new IllegalArgumentException(column + " is no amount", no);
            }
        }

        /** A time in China. @throws java.time.DateTimeException if it is none */
        public Instant time(String column) {
            return LocalDateTime.parse(required(column), TIME).atZone(CHINA).toInstant();
        }
    }
}

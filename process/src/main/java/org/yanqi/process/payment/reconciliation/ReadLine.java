package org.yanqi.process.payment.reconciliation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.payment.port.DailyBills.Line;

/**
 * A line of a bill on its way into the house, or what nobody could read.
 *
 * @param number position in the file, or among the readable lines
 * @param key the same for lines that say the same
 */
record ReadLine(
        long number,
        String key,
        String kind,
        @Nullable String ourNumber,
        @Nullable String refundNumber,
        @Nullable String providerNumber,
        long fen,
        long feeFen,
        @Nullable Instant at,
        @Nullable String payer,
        @Nullable String text,
        @Nullable String why) {
    private static final int NUMBER = 64;
    private static final int PAYER = 128;
    private static final int TEXT = 1000;
    private static final int WHY = 500;
    /** Beyond any bill; sums of a million of these still fit. */
    private static final long LARGEST = 1_000_000_000_000L;

    /** A line that cannot be kept as it is counts as one that cannot be read; none is lost. */
    static ReadLine of(long number, Line line) {
        var trouble = trouble(line);
        if (trouble != null) {
            return unreadable(number, line.toString(), trouble);
        }
        var key = String.join(
                "|",
                line.kind().name(),
                line.providerNumber(),
                String.valueOf(line.number()),
                String.valueOf(line.refundNumber()),
                Long.toString(line.fen()),
                Long.toString(line.feeFen()));
        return new ReadLine(
                number,
                key,
                line.kind().name(),
                line.number(),
                line.refundNumber(),
                line.providerNumber(),
                line.fen(),
                line.feeFen(),
                line.at(),
                line.payer() == null ? null : shortened(line.payer(), PAYER),
                null,
                null);
    }

    static ReadLine unreadable(long number, String text, String why) {
        return new ReadLine(
                number,
                "unreadable:" + digest(text),
                "UNREADABLE",
                null,
                null,
                null,
                0,
                0,
                null,
                null,
                shortened(clean(text), TEXT),
                shortened(clean(why), WHY));
    }

    private static @Nullable String trouble(Line line) {
        if (line.fen() < 0 || line.feeFen() < 0) {
            return "negative amount";
        }
        if (line.fen() > LARGEST || line.feeFen() > LARGEST) {
            return "amount too large";
        }
        if (line.providerNumber().isBlank()) {
            return "no number of the channel";
        }
        return isNumber(line.providerNumber()) && isNumber(line.number()) && isNumber(line.refundNumber())
                ? null
                : "not a number of a payment";
    }

    private static boolean isNumber(@Nullable String text) {
        return text == null || (text.length() <= NUMBER && text.indexOf('\0') < 0);
    }

    private static String clean(String text) {
        return text.replace('\0', ' ');
    }

    private static String shortened(String text, int most) {
        return clean(text.length() <= most ? text : text.substring(0, most));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

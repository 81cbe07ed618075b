package org.yanqi.forms.component;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one formatter of numbers, dates, money and masked personal data (ui.md; R12). Dates are those of Asia/Shanghai. */
public final class Format {
    /** Shown where there is nothing. */
    public static final String EMPTY = "--";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);
    private static final DateTimeFormatter DATE_TIME_SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

    private Format() {}

    public static String date(@Nullable LocalDate day) {
        return day == null ? EMPTY : DATE.format(day);
    }

    /** The day of an instant. */
    public static String day(@Nullable Instant at) {
        return at == null ? EMPTY : DATE.format(at.atZone(ZONE));
    }

    public static String dateTime(@Nullable Instant at) {
        return at == null ? EMPTY : DATE_TIME.format(at);
    }

    public static String dateTimeSeconds(@Nullable Instant at) {
        return at == null ? EMPTY : DATE_TIME_SECONDS.format(at);
    }

    public static String time(@Nullable Instant at) {
        return at == null ? EMPTY : TIME.format(at);
    }

    public static String range(@Nullable LocalDate from, @Nullable LocalDate until) {
        return from == null && until == null ? EMPTY : date(from) + " ～ " + date(until);
    }

    /** @param fen integer fen */
    public static String money(@Nullable Long fen) {
        return fen == null ? EMPTY : (fen < 0 ? "-" : "") + "¥" + amount(Math.abs(fen));
    }

    /** Without the sign, for columns whose header names the unit. */
    public static String amount(long fen) {
        return new DecimalFormat("#,##0.00", SYMBOLS).format(java.math.BigDecimal.valueOf(fen, 2));
    }

    public static String number(long number) {
        return new DecimalFormat("#,##0", SYMBOLS).format(number);
    }

    public static String text(@Nullable String text) {
        return text == null || text.isBlank() ? EMPTY : text;
    }

    /** Minutes and seconds, with hours where there are any: as in 1:59:07. */
    public static String countdown(Duration left) {
        var seconds = Math.max(0, left.toSeconds());
        return seconds >= 3600
                ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
                : "%02d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** Phone with the first three and last four digits (R12). */
    public static String phone(@Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return EMPTY;
        }
        return phone.length() < 8
                ? "*".repeat(phone.length())
                : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    /** Bank account with the last four digits (R12). */
    public static String account(@Nullable String account) {
        if (account == null || account.isBlank()) {
            return EMPTY;
        }
        return account.length() <= 4 ? "*".repeat(account.length()) : "**** " + account.substring(account.length() - 4);
    }

    /** A name of two characters shows the first, a longer one the first and the last (R12). */
    public static String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return EMPTY;
        }
        var points = name.codePoints().toArray();
        if (points.length < 3) {
            return Character.toString(points[0]) + "*";
        }
        return Character.toString(points[0])
                + "*".repeat(points.length - 2)
                + Character.toString(points[points.length - 1]);
    }

    /** E-mail with the first two characters and the domain. */
    public static String email(@Nullable String email) {
        if (email == null || email.isBlank()) {
            return EMPTY;
        }
        var at = email.indexOf('@');
        return at < 1 ? EMPTY : email.substring(0, Math.min(2, at)) + "***" + email.substring(at);
    }

    /** How long ago or ahead, in the largest unit that says enough. */
    public static String relative(Instant at, Instant now, Locale locale) {
        var span = Duration.between(now, at);
        var ahead = !span.isNegative();
        var length = span.abs();
        var unit = length.toDays() > 0 ? "days" : length.toHours() > 0 ? "hours" : "minutes";
        var count =
                length.toDays() > 0 ? length.toDays() : length.toHours() > 0 ? length.toHours() : length.toMinutes();
        if (count == 0) {
            return Texts.text("format.now", locale);
        }
        return Texts.text("format." + unit + (ahead ? ".ahead" : ".ago"), locale, number(count));
    }
}

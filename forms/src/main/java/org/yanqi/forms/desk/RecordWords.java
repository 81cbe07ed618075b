package org.yanqi.forms.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Texts;
import org.yanqi.process.record.RecordEntry;

/** Lines of the record as sentences: the text of the verb, with the entry's facts where it names them in braces. */
final class RecordWords {
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern FEN = Pattern.compile("[0-9]{1,15}");

    /** Where the words of a fact have their texts. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("kind", "work. exception-kind. invoice-kind."),
            Map.entry("outcome", "outcome."),
            Map.entry("decision", "outcome."),
            Map.entry("channel", "channel."),
            Map.entry("role", "role."),
            Map.entry("roles", "role."),
            Map.entry("stage", "rekey-stage."),
            Map.entry("failure", "rekey-failure."),
            Map.entry("verdict", "verdict."),
            Map.entry("operation", "ticket."),
            Map.entry("reason", "reason-word."),
            Map.entry("cause", "cause."),
            Map.entry("use", "key-contents.use."),
            Map.entry("purpose", "purpose."));

    private RecordWords() {}

    static String sentence(RecordEntry entry, Locale locale) {
        var names = NAME.matcher(Texts.text("record." + entry.verb(), locale));
        return names.replaceAll(found ->
                Matcher.quoteReplacement(fact(found.group(1), entry.facts().get(found.group(1)), locale)));
    }

    private static String fact(String name, @Nullable String value, Locale locale) {
        if (value == null || value.isBlank()) {
            return Format.EMPTY;
        }
        if (name.toLowerCase(Locale.ROOT).endsWith("fen") && FEN.matcher(value).matches()) {
            return Format.money(Long.valueOf(value));
        }
        if (name.equals("at") || name.equals("payUntil")) {
            return time(value);
        }
        // several words in one fact, as the roles of an account
        return Arrays.stream(value.split(" "))
                .map(word -> word(name, word, locale))
                .collect(Collectors.joining(" "));
    }

    private static String word(String name, String word, Locale locale) {
        for (var prefix : PREFIXES.getOrDefault(name, "").split(" ")) {
            if (!prefix.isEmpty() && Texts.has(prefix + word, locale)) {
                return Texts.text(prefix + word, locale);
            }
        }
        return word;
    }

    private static String time(String value) {
        try {
            return Format.dateTime(Instant.parse(value));
        } catch (DateTimeException notATime) {
            return value;
        }
    }
}

package org.yanqi.process.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import org.yanqi.process.calendar.Shanghai;

/**
 * A letter's template: lines of text with {@code {facts}} in braces. A line whose fact is missing or empty is left out.
 * {@code #} opens a comment, {@code Subject:} the subject, {@code -} a row of a list, {@code >} a button as
 * {@code > words | {link}}; everything else is a paragraph.
 */
final class LetterTemplate {
    private static final Pattern FACT = Pattern.compile("\\{([A-Za-z]+)}");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Shanghai.ZONE);

    private final List<String> lines;

    private LetterTemplate(List<String> lines) {
        this.lines = lines;
    }

    /** A letter written out. */
    record Written(String subject, String html, String text) {}

    /** @throws IllegalArgumentException if there is no template of this kind */
    static LetterTemplate of(String kind, Locale language) {
        String tongue = language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "en" : "zh";
        return new LetterTemplate(lines(kind + "." + tongue + ".txt"));
    }

    private static List<String> lines(String name) {
        try (InputStream in = LetterTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Written write(Map<String, String> facts, Locale language) {
        StringBuilder html = new StringBuilder();
        StringBuilder text = new StringBuilder();
        String subject = "";
        List<String> rows = new ArrayList<>();
        for (String line : lines) {
            Optional<String> filled = filled(line, facts);
            if (filled.isEmpty()) {
                continue;
            }
            String full = filled.get();
            if (!full.startsWith("- ")) {
                flush(rows, html);
            }
            if (full.startsWith("Subject:")) {
                subject = oneLine(full.substring("Subject:".length()));
            } else if (full.startsWith("- ")) {
                rows.add(full.substring(2));
                text.append("  ")
                        .append(full.substring(2).replace("\n", "\n    "))
                        .append('\n');
            } else if (full.startsWith("> ")) {
                button(full.substring(2), html, text);
            } else {
                html.append("<p style=\"margin:0 0 14px\">")
                        .append(escaped(full))
                        .append("</p>");
                text.append(full).append("\n\n");
            }
        }
        flush(rows, html);
        boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new Written(
                subject,
                LetterFrame.html(subject, html.toString(), english),
                text.toString().strip() + "\n\n" + LetterFrame.signature(english) + "\n");
    }

    private static void button(String line, StringBuilder html, StringBuilder text) {
        int bar = line.lastIndexOf('|');
        String words = line.substring(0, bar).strip();
        String link = line.substring(bar + 1).strip();
        html.append("<p style=\"margin:20px 0\"><a href=\"")
                .append(escaped(link))
                .append("\" style=\"background:#1455b8;color:#fff;text-decoration:none;padding:11px 22px;")
                .append("border-radius:6px;display:inline-block\">")
                .append(escaped(words))
                .append("</a></p>");
        text.append(words).append(": ").append(link).append("\n\n");
    }

    private static void flush(List<String> rows, StringBuilder html) {
        if (rows.isEmpty()) {
            return;
        }
        html.append("<ul style=\"margin:0 0 14px;padding:12px 12px 12px 30px;background:#f3f6fb;border-radius:6px\">");
        rows.forEach(row -> html.append("<li>").append(escaped(row)).append("</li>"));
        html.append("</ul>");
        rows.clear();
    }

    private static Optional<String> filled(String line, Map<String, String> facts) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = FACT.matcher(line);
        while (matcher.find()) {
            String fact = facts.get(matcher.group(1));
            if (fact == null || fact.isBlank()) {
                return Optional.empty();
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(readable(fact)));
        }
        return Optional.of(matcher.appendTail(filled).toString());
    }

    /** Points in time are written as people here write them. */
    private static String readable(String fact) {
        if (fact.length() >= 20 && fact.charAt(4) == '-' && fact.endsWith("Z")) {
            try {
                return MINUTE.format(Instant.parse(fact));
            } catch (DateTimeException e) {
                return fact;
            }
        }
        return fact;
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8").replace("\n", "<br>");
    }

    private static String oneLine(String words) {
        return words.replaceAll("[\\r\\n]+", " ").strip();
    }
}

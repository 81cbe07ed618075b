package org.yanqi.forms.desk;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values that a spreadsheet opens without running anything in them. */
final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    /** One line; a cell that a spreadsheet would take for a formula is defused by an apostrophe. */
    static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A number of ours is no formula, whatever its sign. */
    private static String cell(Object content) {
        return content instanceof BigDecimal number ? number.toPlainString() : quoted(String.valueOf(content));
    }

    private static String quoted(String text) {
        return '"' + defused(text).replace("\"", "\"\"") + '"';
    }

    /** What no spreadsheet takes for a formula. */
    static String defused(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** With the mark by which spreadsheets know UTF-8. */
    static byte[] file(String lines) {
        return ("\uFEFF" + lines).getBytes(StandardCharsets.UTF_8);
    }
}

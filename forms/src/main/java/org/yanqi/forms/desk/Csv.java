package org.yanqi.forms.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values that a spreadsheet opens without running anything in them. */
final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    /** One line; a cell that a spreadsheet would take for a formula is defused by an apostrophe. */
    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
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

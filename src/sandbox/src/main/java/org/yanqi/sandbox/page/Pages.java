package org.yanqi.sandbox.page;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Html;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.WebServer;

/** The frame around every page and the formats that all share. */
final class Pages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private Pages() {}

    /** Serves the style sheet and the script. */
    static void files(WebServer app) {
        app.get(
                "/sandbox.css",
                ctx -> ctx.contentType("text/css; charset=utf-8").result(file("sandbox.css")));
        app.get(
                "/sandbox.js",
                ctx -> ctx.contentType("text/javascript; charset=utf-8").result(file("sandbox.js")));
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Pages.class.getResourceAsStream("/org/yanqi/sandbox/static/" + name))) {
            return file.readAllBytes();
        }
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String yuan(long fen) {
        return "¥" + String.format("%,.2f", BigDecimal.valueOf(fen, 2));
    }

    /**
     * Fen from yuan as a person types it.
     *
     * @throws Refusal 400 if it is none
     */
    static long fen(String yuan) {
        try {
            return new BigDecimal(yuan.strip()).movePointRight(2).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Refusal(400, "BAD_AMOUNT", "请填写金额，最多两位小数", e);
        }
    }

    static String form(Exchange ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value.strip();
    }

    static void show(Exchange ctx, String title, String kind, String content) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("text/html; charset=utf-8").result("""
                        <!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>%s</title><link rel="stylesheet" href="/sandbox.css"><link rel="icon" href="data:,"></head>
                        <body class="%s">%s</body></html>
                        """.formatted(Html.text(title), kind, content));
    }

    static String button(String action, String label, String style, String... fields) {
        StringBuilder form = new StringBuilder("<form method=\"post\" action=\"" + Html.text(action) + "\">");
        for (int i = 0; i + 1 < fields.length; i += 2) {
            form.append("<input type=\"hidden\" name=\"")
                    .append(Html.text(fields[i]))
                    .append("\" value=\"")
                    .append(Html.text(fields[i + 1]))
                    .append("\">");
        }
        return form.append("<button class=\"")
                .append(style)
                .append("\">")
                .append(Html.text(label))
                .append("</button></form>")
                .toString();
    }
}

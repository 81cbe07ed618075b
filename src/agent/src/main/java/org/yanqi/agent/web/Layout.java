package org.yanqi.agent.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** The frame around every page of the agent; nothing on a page comes from elsewhere, and nobody may frame it. */
final class Layout {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self';"
            + " frame-ancestors 'none'; base-uri 'none'";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

    private Layout() {}

    /** What differs between the pages that use the frame. */
    enum Extra {
        NONE(""),
        /** Looks again after a second: the job will have moved. */
        REFRESH("<meta http-equiv=\"refresh\" content=\"1\">"),
        /** Closes itself where the browser allows it. */
        CLOSE("<script src=\"/agent.js\" defer></script>");

        private final String head;

        Extra(String head) {
            this.head = head;
        }
    }

    static void answer(Call call, int status, Texts texts, String title, String content, Extra extra)
            throws IOException {
        String other = texts.language().equals("zh") ? "en" : "zh";
        String page = """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/agent.css">
                %s
                </head>
                <body>
                <header><a class="name" href="/">%s</a><a class="language" href="?lang=%s" lang="%s">%s</a></header>
                <main>
                <h1>%s</h1>
                %s
                </main>
                <footer>%s</footer>
                </body>
                </html>
                """.formatted(
                        texts.language().equals("zh") ? "zh-CN" : "en",
                        escape(title),
                        extra.head,
                        escape(texts.get("name")),
                        other,
                        other.equals("zh") ? "zh-CN" : "en",
                        escape(texts.get("language")),
                        escape(title),
                        content,
                        escape(texts.get("footer")));
        call.set("Content-Security-Policy", POLICY);
        call.set("X-Frame-Options", "DENY");
        // A form posted from a page without referrer would carry the origin "null".
        call.set("Referrer-Policy", "same-origin");
        call.set("Cross-Origin-Resource-Policy", "same-origin");
        call.answer(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String notice(String kind, String text) {
        return "<p class=\"notice %s\" role=\"%s\">%s</p>"
                .formatted(kind, kind.equals("bad") ? "alert" : "status", escape(text));
    }

    /** A day as it is in China, where certificates and keys are used. */
    static String day(Date date) {
        return DAY.format(Instant.ofEpochMilli(date.getTime()));
    }
}

package org.yanqi.agent.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One HTTP request and its answer. */
final class Call {
    private static final int BODY_LIMIT = 16 * 1024;

    private final HttpExchange exchange;

    Call(HttpExchange exchange) {
        this.exchange = exchange;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    /** A header that came exactly once; one that came twice counts as absent, because its readers would differ. */
    Optional<String> header(String name) {
        List<String> values = exchange.getRequestHeaders().get(name);
        return values == null || values.size() != 1 ? Optional.empty() : Optional.of(values.get(0));
    }

    void set(String header, String value) {
        exchange.getResponseHeaders().set(header, value);
    }

    /** The body; empty if it is longer than the agent reads. */
    Optional<byte[]> body() throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] content = in.readNBytes(BODY_LIMIT + 1);
            return content.length > BODY_LIMIT ? Optional.empty() : Optional.of(content);
        }
    }

    Map<String, String> query() {
        return pairs(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    }

    /** The fields of a posted form; none if the body is too long. */
    Map<String, String> form() throws IOException {
        return pairs(body().map(content -> new String(content, StandardCharsets.UTF_8))
                .orElse(""));
    }

    private static Map<String, String> pairs(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    void answer(int status, String type, byte[] content) throws IOException {
        set("Content-Type", type);
        set("Cache-Control", "no-store");
        set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
    }

    void empty(int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    void seeOther(String location) throws IOException {
        set("Location", location);
        empty(303);
    }
}

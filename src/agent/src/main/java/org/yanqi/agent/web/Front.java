package org.yanqi.agent.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every request comes in: refuses hosts that are not this machine, then sends it to its part. */
final class Front implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);

    private final Set<String> hosts;
    private final Api api;
    private final PinPages pins;
    private final StatusPage status;
    private final KeyActions actions;

    Front(Set<String> hosts, Api api, PinPages pins, StatusPage status, KeyActions actions) {
        this.hosts = hosts;
        this.api = api;
        this.pins = pins;
        this.status = status;
        this.actions = actions;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Call call = new Call(exchange);
        try (exchange) {
            // A name of somebody else's that resolves to loopback would make us same-origin with their page.
            if (call.header("Host").filter(hosts::contains).isEmpty()) {
                Json.error(call, 403, "wrong-host");
            } else if (call.path().startsWith("/v1/")) {
                api.handle(call);
            } else {
                page(call);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException defect) {
            LOG.error("{} {} failed", call.method(), call.path(), defect);
            Json.error(call, 500, "internal");
        }
    }

    private void page(Call call) throws IOException, InterruptedException {
        Texts texts = language(call);
        boolean post = call.method().equals("POST");
        String path = call.path();
        if (path.startsWith("/pin/") && (post || call.method().equals("GET"))) {
            pins.handle(call, texts);
        } else if (path.startsWith("/keys/") && post) {
            actions.handle(call, texts);
        } else if (path.equals("/") && call.method().equals("GET")) {
            status.show(call, texts);
        } else if (path.equals("/agent.css")) {
            resource(call, "agent.css", "text/css; charset=utf-8");
        } else if (path.equals("/agent.js")) {
            resource(call, "agent.js", "text/javascript; charset=utf-8");
        } else {
            Json.error(call, 404, "not-found");
        }
    }

    private static Texts language(Call call) {
        String asked = call.query().get("lang");
        if (asked != null) {
            String language = Texts.of(asked).language();
            call.set("Set-Cookie", "lang=" + language + "; Path=/; SameSite=Lax; HttpOnly");
            return Texts.of(language);
        }
        Optional<String> cookie = call.header("Cookie");
        return Texts.of(cookie.filter(all -> all.contains("lang=en")).isPresent() ? "en" : "zh");
    }

    private static void resource(Call call, String name, String type) throws IOException {
        try (InputStream in = Front.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            call.answer(200, type, in.readAllBytes());
        }
    }
}

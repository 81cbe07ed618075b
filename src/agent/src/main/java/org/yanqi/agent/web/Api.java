package org.yanqi.agent.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yanqi.agent.job.Job;
import org.yanqi.agent.job.JobFailure;
import org.yanqi.agent.job.Jobs;
import org.yanqi.agent.ticket.Ticket;
import org.yanqi.agent.ticket.TicketRefused;
import org.yanqi.agent.ticket.TicketVerifier;

/** The interface for the product's page, {@code /v1/*}: only for pages of an allowed origin, and only by ticket. */
final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final String JOBS = "/v1/jobs";

    private final Set<String> origins;
    private final TicketVerifier tickets;
    private final Jobs jobs;
    private final List<String> keyKinds;
    private final String self;

    Api(Set<String> origins, TicketVerifier tickets, Jobs jobs, List<String> keyKinds, String self) {
        this.origins = origins;
        this.tickets = tickets;
        this.jobs = jobs;
        this.keyKinds = keyKinds;
        this.self = self;
    }

    void handle(Call call) throws IOException, InterruptedException {
        call.set("Vary", "Origin");
        Optional<String> origin = call.header("Origin").filter(origins::contains);
        if (origin.isEmpty()) {
            Json.error(call, 403, "wrong-origin");
            return;
        }
        call.set("Access-Control-Allow-Origin", origin.get());
        switch (call.method()) {
            case "OPTIONS" -> preflight(call);
            case "GET", "POST", "DELETE" -> route(call, origin.get());
            default -> Json.error(call, 405, "method-not-allowed");
        }
    }

    private static void preflight(Call call) throws IOException {
        call.set("Access-Control-Allow-Methods", "GET, POST, DELETE");
        call.set("Access-Control-Allow-Headers", "Content-Type");
        call.set("Access-Control-Max-Age", "600");
        if (call.header("Access-Control-Request-Private-Network").isPresent()) {
            call.set("Access-Control-Allow-Private-Network", "true");
        }
        call.empty(204);
    }

    private void route(Call call, String origin) throws IOException, InterruptedException {
        String path = call.path();
        String method = call.method();
        if (path.equals("/v1/capabilities") && method.equals("GET")) {
            Json.answer(call, 200, capabilities());
        } else if (path.equals(JOBS) && method.equals("POST")) {
            start(call, origin);
        } else if (path.startsWith(JOBS + "/") && !method.equals("POST")) {
            // Another site's job is as unknown as one that never was.
            Optional<Job> job = jobs.find(path.substring(JOBS.length() + 1))
                    .filter(found -> found.ticket().origin().equals(origin));
            if (job.isEmpty()) {
                Json.error(call, 404, "job-unknown");
            } else {
                if (method.equals("DELETE")) {
                    job.get().cancel();
                }
                Json.answer(call, 200, view(job.get()));
            }
        } else {
            Json.error(call, 404, "not-found");
        }
    }

    private Map<String, Object> capabilities() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("agent", "yanqi-agent");
        body.put("version", "1.0.0");
        body.put("protocol", 1);
        body.put("operations", new TreeSet<>(Jobs.operations()));
        body.put("keyKinds", keyKinds);
        body.put("busy", jobs.busy());
        return body;
    }

    private void start(Call call, String origin) throws IOException, InterruptedException {
        String type = call.header("Content-Type").orElse("");
        Optional<byte[]> body = call.body();
        if (body.isEmpty()) {
            Json.error(call, 413, "too-large");
        } else if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            Json.error(call, 415, "not-json");
        } else {
            start(call, origin, ticket(body.get()));
        }
    }

    private void start(Call call, String origin, String compact) throws IOException, InterruptedException {
        try {
            Ticket ticket = tickets.verify(compact, origin);
            Optional<Job> job = jobs.start(ticket);
            if (job.isEmpty()) {
                Json.error(call, 409, "busy");
            } else {
                Json.answer(call, 202, view(job.get()));
            }
        } catch (TicketRefused refused) {
            LOG.info("ticket refused: {} ({})", refused.reason().code(), refused.getMessage());
            Json.error(call, 400, refused.reason().code());
        }
    }

    private static String ticket(byte[] body) {
        try {
            JsonNode json = Json.MAPPER.readTree(body);
            return json == null ? "" : json.path("ticket").asText("");
        } catch (IOException malformed) {
            LOG.info("not JSON: {}", malformed.getClass().getSimpleName());
            return "";
        }
    }

    private Map<String, @Nullable Object> view(Job job) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("job", job.id());
        body.put("operation", job.ticket().operation());
        body.put("stage", job.stage().word());
        body.put("progress", job.stage().progress());
        body.put("state", job.state().word());
        body.put("failure", view(job.failure()));
        body.put("pinPage", self + "/pin/" + job.id());
        return body;
    }

    private static @Nullable Map<String, @Nullable Object> view(@Nullable JobFailure failure) {
        if (failure == null) {
            return null;
        }
        Map<String, @Nullable Object> body = Json.described(failure.code());
        body.put("detail", failure.detail());
        if (failure.triesLeft() != null) {
            body.put("triesLeft", failure.triesLeft());
        }
        if (failure.found() != null) {
            body.put("found", failure.found());
        }
        return body;
    }
}

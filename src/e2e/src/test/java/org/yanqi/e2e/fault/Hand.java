package org.yanqi.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.yanqi.agent.product.Pace;

/** A person at an agent: hands in tickets as the product's page does, and types the PIN into the agent's own page. */
final class Hand {
    /** Patient enough for a product that is being started again. */
    static final Pace PACE = new Pace(Duration.ofMillis(250), 6, Duration.ofMillis(250), 400, Duration.ofMinutes(2));

    static final String PIN = "111111";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String agent;
    private final String origin;

    Hand(String agent, String origin) {
        this.agent = agent;
        this.origin = origin;
    }

    /** Waits until the agent of another process answers. */
    void awaitAgent() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(100))
                .atMost(World.PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> !send(call("/").GET()).isEmpty());
    }

    /** Starts the job. */
    String begins(String ticket) throws IOException, InterruptedException {
        JsonNode started = JSON.readTree(send(call("/v1/jobs")
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("ticket", ticket))))));
        if (!started.has("job")) {
            throw new IllegalStateException("the agent says " + started);
        }
        return started.get("job").asText();
    }

    /** Types a PIN when it is asked for; what the agent's page says then. */
    String types(String job, String pin) throws IOException, InterruptedException {
        if (await(job, "waiting-for-pin", "failed").get("state").asText().equals("failed")) {
            return "";
        }
        String path = "/pin/" + job;
        String page = send(call(path).GET());
        String form = "csrf=" + field(page, "csrf") + "&attempt=" + field(page, "attempt") + "&pin=" + pin;
        return send(call(path)
                .header("Origin", agent)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** The job when it has come to one of these states. */
    JsonNode await(String job, String... states) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(World.PATIENCE)
                .until(
                        () -> JSON.readTree(send(
                                call("/v1/jobs/" + job).header("Origin", origin).GET())),
                        view -> Set.of(states).contains(view.path("state").asText()));
    }

    /** True if it was done. */
    boolean ends(String job) {
        return await(job, "done", "failed").get("state").asText().equals("done");
    }

    private static String field(String page, String name) {
        Matcher value =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        if (!value.find()) {
            throw new IllegalStateException("no field " + name + " in " + page);
        }
        return value.group(1);
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create(agent + path)).timeout(Duration.ofSeconds(30));
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}

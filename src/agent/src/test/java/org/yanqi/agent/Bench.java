package org.yanqi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.job.StepWatcher;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.product.Pace;
import org.yanqi.agent.software.SoftwareKey;
import org.yanqi.agent.software.SoftwareKeyReader;
import org.yanqi.agent.software.SoftwareKeySpec;
import org.yanqi.agent.software.SoftwareKeys;

/** An agent, a product and the customer's browser between them. */
final class Bench implements AutoCloseable {
    static final String PIN = "111111";
    static final X500Name COMPANY = new X500Name("C=CN,ST=辽宁省,O=沈阳测试有限公司,CN=沈阳测试有限公司");
    static final Pace QUICK = new Pace(Duration.ofMillis(2), 4, Duration.ofMillis(2), 200, Duration.ofSeconds(20));

    final FakeProduct product = new FakeProduct();
    final HttpClient http = HttpClient.newHttpClient();
    final Path keys;
    Agent agent;

    Bench(Path keys) throws Exception {
        this.keys = keys;
        this.agent = start(StepWatcher.NOBODY, QUICK);
    }

    Agent start(StepWatcher watcher, Pace pace) throws IOException {
        return Agent.start(AgentConfig.of(0, Set.of(product.origin()), keys).with(Clock.systemUTC(), pace, watcher));
    }

    void restart(StepWatcher watcher) throws IOException {
        restart(watcher, QUICK);
    }

    void restart(StepWatcher watcher, Pace pace) throws IOException {
        agent.close();
        agent = start(watcher, pace);
    }

    static SoftwareKeySpec spec(String serial) {
        return SoftwareKeySpec.of(serial, PIN).withIterations(1000);
    }

    /** A plugged-in key with one certified pair. */
    X509CertificateHolder key(String serial, KeyAlgorithm algorithm) throws Exception {
        return key(spec(serial), algorithm);
    }

    X509CertificateHolder key(SoftwareKeySpec spec, KeyAlgorithm algorithm) throws Exception {
        KeyPair pair = algorithm.generate();
        X509CertificateHolder certificate = product.authority.issue(COMPANY, pair.getPublic());
        SoftwareKeys.install(keys, spec, pair, List.of(certificate), null);
        software(spec.serial()).insert();
        return certificate;
    }

    SoftwareKey software(String serial) throws IOException {
        return new SoftwareKeyReader(keys).find(serial).orElseThrow();
    }

    List<Container> containers(String serial) throws IOException {
        return software(serial).content();
    }

    Container only(String serial, ContainerState state) throws IOException {
        List<Container> found =
                containers(serial).stream().filter(c -> c.state() == state).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    String ticket(String item, X509CertificateHolder old) throws Exception {
        return product.sign(product.claims("rekey", item, old, KeyAlgorithm.SM2));
    }

    /** Starts a job as the product's page does, and returns its id. */
    String job(String ticket) throws Exception {
        HttpResponse<String> answer = post(product.origin(), ticket);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return FakeProduct.JSON.readTree(answer.body()).get("job").asText();
    }

    HttpResponse<String> post(String origin, String ticket) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(agent.address() + "/v1/jobs"))
                        .header("Origin", origin)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                FakeProduct.JSON.writeValueAsString(Map.of("ticket", ticket))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode look(String job) throws Exception {
        return FakeProduct.JSON.readTree(http.send(
                        HttpRequest.newBuilder(URI.create(agent.address() + "/v1/jobs/" + job))
                                .header("Origin", product.origin())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    JsonNode await(String job, String... states) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(3))
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> look(job),
                        view -> Set.of(states).contains(view.get("state").asText()));
    }

    HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(agent.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form of one of the agent's pages, with the token found on that page. */
    HttpResponse<String> submit(String page, String action, Map<String, String> fields) throws Exception {
        String html = get(page).body();
        Matcher token = Pattern.compile(
                        "action=\"" + Pattern.quote(action) + "\"[^>]*>\\s*<input[^>]*value=\"([^\"]+)\"")
                .matcher(html);
        assertThat(token.find()).as("a form for " + action).isTrue();
        Matcher attempt = Pattern.compile("name=\"attempt\" value=\"(\\d+)\"").matcher(html);
        StringBuilder body = new StringBuilder("csrf=" + token.group(1));
        if (attempt.find()) {
            body.append("&attempt=").append(attempt.group(1));
        }
        fields.forEach((name, value) ->
                body.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form(action, body.toString(), agent.address());
    }

    HttpResponse<String> form(String action, String body, String origin) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(agent.address() + action))
                        .header("Origin", origin)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until the job wants a PIN, and types it. */
    HttpResponse<String> pin(String job, String pin) throws Exception {
        await(job, "waiting-for-pin", "failed");
        return submit("/pin/" + job, "/pin/" + job, Map.of("pin", pin));
    }

    /** A whole job with the right PIN; how it ended. */
    JsonNode renew(String ticket) throws Exception {
        String job = job(ticket);
        if (await(job, "waiting-for-pin", "failed").get("state").asText().equals("waiting-for-pin")) {
            pin(job, PIN);
        }
        return await(job, "done", "failed");
    }

    static String failure(JsonNode view) {
        return view.path("failure").path("code").asText("");
    }

    @Override
    public void close() {
        agent.close();
        product.close();
    }
}

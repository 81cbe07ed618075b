package org.yanqi.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.job.StepWatcher;

class GateTest {
    @TempDir
    Path keys;

    private Bench bench;
    private X509CertificateHolder old;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(keys);
        old = bench.key("K1", KeyAlgorithm.SM2);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void tells_an_allowed_page_what_it_can_do() throws Exception {
        HttpResponse<String> answer = capabilities(bench.product.origin());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(bench.product.origin());
        assertThat(answer.body())
                .isEqualTo(
                        "{\"agent\":\"yanqi-agent\",\"version\":\"1.0.0\",\"protocol\":1,"
                                + "\"operations\":[\"read\",\"rekey\",\"self-test\",\"sign-in\"],\"keyKinds\":[\"software\"],\"busy\":false}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost", "http://localhost:1.evil.example"})
    void refuses_every_other_origin(String origin) throws Exception {
        HttpResponse<String> answer = capabilities(origin);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"wrong-origin\"", "messageEn");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void refuses_a_request_without_origin() throws Exception {
        assertThat(bench.get("/v1/capabilities").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/capabilities", "/"})
    void refuses_a_host_that_is_not_this_machine(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: evil.example:" + bench.agent.port() + "\r\nOrigin: "
                + bench.product.origin() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").contains("wrong-host");
    }

    @Test
    void refuses_two_origins_in_one_request() throws Exception {
        String origin = "Origin: " + bench.product.origin() + "\r\n";
        String answer = raw("GET /v1/capabilities HTTP/1.1\r\nHost: 127.0.0.1:" + bench.agent.port() + "\r\n" + origin
                + "Origin: https://evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403");
    }

    @Test
    void answers_the_preflight_for_the_loopback_network() throws Exception {
        HttpResponse<String> answer = bench.http.send(
                HttpRequest.newBuilder(URI.create(bench.agent.address() + "/v1/jobs"))
                        .header("Origin", bench.product.origin())
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Private-Network", "true")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Private-Network"))
                .contains("true");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers")).contains("Content-Type");
    }

    @Test
    void refuses_a_ticket_signed_by_somebody_else() throws Exception {
        String forged = FakeProduct.sign(
                bench.product.claims("rekey", "item-1", old, KeyAlgorithm.SM2),
                new ECKeyGenerator(Curve.P_256).keyID("k1").generate(),
                "yanqi-ticket+jwt");

        refused(forged, "ticket-invalid");
    }

    @Test
    void refuses_an_expired_ticket() throws Exception {
        Instant now = Instant.now();
        refused(
                bench.product.sign(bench.product
                        .claims("rekey", "item-1", old, KeyAlgorithm.SM2)
                        .issueTime(Date.from(now.minusSeconds(900)))
                        .expirationTime(Date.from(now.minusSeconds(300)))),
                "ticket-expired");
    }

    @Test
    void goes_by_the_sites_time_where_the_machines_clock_is_wrong() throws Exception {
        bench.agent.close();
        bench.agent = Agent.start(AgentConfig.of(0, Set.of(bench.product.origin()), keys)
                .with(Clock.offset(Clock.systemUTC(), Duration.ofHours(-9)), Bench.QUICK, StepWatcher.NOBODY));

        assertThat(bench.renew(bench.ticket("item-1", old)).get("state").asText())
                .isEqualTo("done");
    }

    @Test
    void refuses_a_ticket_that_is_good_for_too_long() throws Exception {
        refused(
                bench.product.sign(bench.product
                        .claims("rekey", "item-1", old, KeyAlgorithm.SM2)
                        .expirationTime(Date.from(Instant.now().plusSeconds(86_400)))),
                "ticket-invalid");
    }

    @Test
    void refuses_a_ticket_of_another_site() throws Exception {
        refused(
                bench.product.sign(bench.product
                        .claims("rekey", "item-1", old, KeyAlgorithm.SM2)
                        .claim("origin", "https://elsewhere.example")),
                "wrong-origin");
    }

    @Test
    void refuses_a_ticket_for_another_audience_and_operation_and_without_an_item() throws Exception {
        refused(
                bench.product.sign(bench.product
                        .claims("rekey", "item-1", old, KeyAlgorithm.SM2)
                        .audience("somebody")),
                "ticket-invalid");
        refused(bench.product.sign(bench.product.claims("sign", "item-1", old, KeyAlgorithm.SM2)), "operation-unknown");
        refused(
                bench.product.sign(bench.product
                        .claims("rekey", "item-1", old, KeyAlgorithm.SM2)
                        .claim("item", null)),
                "ticket-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void refuses_what_is_no_ticket(String text) throws Exception {
        refused(text, "ticket-invalid");
    }

    @Test
    void does_one_job_at_a_time_and_knows_the_same_work_again() throws Exception {
        String ticket = bench.ticket("item-1", old);
        String job = bench.job(ticket);

        HttpResponse<String> second = bench.post(bench.product.origin(), bench.ticket("item-2", old));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("\"busy\"");
        assertThat(bench.job(ticket)).isEqualTo(job);
        assertThat(bench.job(bench.ticket("item-1", old))).as("after a reload").isEqualTo(job);
    }

    @Test
    void refuses_a_body_that_is_too_long_or_no_json() throws Exception {
        assertThat(bench.post(bench.product.origin(), "x".repeat(20_000)).statusCode())
                .isEqualTo(413);
        HttpResponse<String> form = bench.form("/v1/jobs", "ticket=x", bench.product.origin());
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(FakeProduct.JSON.readTree(form.body()).get("code").asText()).isEqualTo("not-json");
    }

    @Test
    void knows_no_job_that_another_site_started() throws Exception {
        assertThat(bench.look("does-not-exist").get("code").asText()).isEqualTo("job-unknown");
    }

    @Test
    void listens_on_loopback_only() throws Exception {
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .forEach(address -> assertThatThrownBy(() -> new Socket(address, bench.agent.port()).close())
                        .isInstanceOf(IOException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example", "https://shop.example/", "https://*.example", "shop.example"})
    void takes_no_loose_origin_into_its_list(String origin) {
        assertThatThrownBy(() -> AgentConfig.of(0, Set.of(origin), keys)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reads_the_allowed_sites_from_its_settings_file() throws Exception {
        Path file =
                Files.writeString(keys.resolve("agent.properties"), "origins=https://a.example http://localhost:8080");
        assertThat(AgentConfig.readOrigins(file))
                .containsExactlyInAnyOrder("https://a.example", "http://localhost:8080");
        Files.writeString(file, "other=1");
        assertThatThrownBy(() -> AgentConfig.readOrigins(file)).hasMessageContaining("origins");
    }

    private void refused(String ticket, String code) throws Exception {
        HttpResponse<String> answer = bench.post(bench.product.origin(), ticket);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(FakeProduct.JSON.readTree(answer.body()).get("code").asText())
                .isEqualTo(code);
        assertThat(bench.product.found).isEmpty();
    }

    private HttpResponse<String> capabilities(String origin) throws Exception {
        return bench.http.send(
                HttpRequest.newBuilder(URI.create(bench.agent.address() + "/v1/capabilities"))
                        .header("Origin", origin)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", bench.agent.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

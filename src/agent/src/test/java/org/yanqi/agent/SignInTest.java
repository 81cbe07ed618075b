package org.yanqi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.key.ContainerState;

class SignInTest {
    private static final String NONCE = "mF1xTg0y6h0cXcWQmG8r3bJmS0m8m6dYl2nqk7pQv9A";

    @TempDir
    Path keys;

    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(keys);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void signs_the_site_and_its_nonce_with_the_key_in_force(KeyAlgorithm algorithm) throws Exception {
        X509CertificateHolder certificate = bench.key("K1", algorithm);

        JsonNode end = bench.renew(ticket());

        assertThat(end.get("state").asText()).as(end.toString()).isEqualTo("done");
        assertThat(end.get("stage").asText()).isEqualTo("answered");
        JsonNode handedIn = bench.product.signIns.get(0);
        assertThat(handedIn.get("certificate").binaryValue()).isEqualTo(certificate.getEncoded());
        assertThat(isSignedBy(certificate, algorithm, handedIn)).isTrue();
        assertThat(bench.product.stages).as("nobody is known yet").isEmpty();
    }

    @Test
    void lets_the_customer_choose_among_several_keys_in_the_agents_own_window() throws Exception {
        bench.key("K1", KeyAlgorithm.SM2);
        X509CertificateHolder second = bench.key("K2", KeyAlgorithm.SM2);
        String job = bench.job(ticket());
        bench.await(job, "waiting-for-pin");
        assertThat(bench.get("/pin/" + job).body()).contains("value=\"K1\"", "value=\"K2\"", "沈阳测试有限公司");

        HttpResponse<String> wrong = bench.submit("/pin/" + job, "/pin/" + job, Map.of("key", "K2", "pin", "999999"));
        bench.submit("/pin/" + job, "/pin/" + job, Map.of("key", "K2", "pin", Bench.PIN));

        assertThat(wrong.body()).contains("5");
        assertThat(bench.await(job, "done", "failed").get("state").asText()).isEqualTo("done");
        assertThat(bench.product.signIns.get(0).get("certificate").binaryValue())
                .isEqualTo(second.getEncoded());
        assertThat(bench.software("K1").tries().left()).as("of the other key").isEqualTo(6);
    }

    @Test
    void tries_no_key_that_was_not_chosen() throws Exception {
        bench.key("K1", KeyAlgorithm.SM2);
        bench.key("K2", KeyAlgorithm.SM2);
        String job = bench.job(ticket());
        bench.await(job, "waiting-for-pin");

        bench.submit("/pin/" + job, "/pin/" + job, Map.of("pin", "999999"));
        bench.submit("/pin/" + job, "/pin/" + job, Map.of("key", "K3", "pin", "999999"));

        assertThat(bench.software("K1").tries().left()).isEqualTo(6);
        assertThat(bench.software("K2").tries().left()).isEqualTo(6);
        assertThat(bench.look(job).get("state").asText()).isEqualTo("waiting-for-pin");
    }

    @Test
    void signs_with_the_new_pair_after_a_renewal() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        bench.renew(bench.ticket("item-1", old));

        bench.renew(ticket());

        assertThat(bench.product.signIns.get(0).get("certificate").binaryValue())
                .isEqualTo(
                        bench.only("K1", ContainerState.CURRENT).certificate().getEncoded())
                .isNotEqualTo(old.getEncoded());
    }

    @Test
    void says_none_without_a_key_and_tells_the_site_nothing() throws Exception {
        assertThat(Bench.failure(bench.renew(ticket()))).isEqualTo("none");
        assertThat(bench.product.failures).isEmpty();
    }

    @Test
    void passes_on_why_the_site_refused() throws Exception {
        bench.key("K1", KeyAlgorithm.SM2);
        bench.product.signInRefusal = "certificate-revoked";

        JsonNode end = bench.renew(ticket());

        assertThat(Bench.failure(end)).isEqualTo("certificate-revoked");
        assertThat(end.at("/failure/messageEn").asText()).contains("did not accept");
    }

    @Test
    void refuses_a_ticket_with_a_short_nonce_or_a_long_life() throws Exception {
        bench.key("K1", KeyAlgorithm.SM2);
        refused(bench.product.sign(bench.product.signInClaims(NONCE.substring(1))));
        refused(bench.product.sign(bench.product.signInClaims(NONCE).claim("nonce", null)));
        refused(bench.product.sign(bench.product
                .signInClaims(NONCE)
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))));
    }

    private void refused(String ticket) throws Exception {
        HttpResponse<String> answer = bench.post(bench.product.origin(), ticket);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ticket-invalid");
    }

    private String ticket() throws Exception {
        return bench.product.sign(bench.product.signInClaims(NONCE));
    }

    private boolean isSignedBy(X509CertificateHolder certificate, KeyAlgorithm algorithm, JsonNode handedIn)
            throws Exception {
        MessageDigest hash = MessageDigest.getInstance(
                algorithm == KeyAlgorithm.SM2 ? "SM3" : "SHA-256", new BouncyCastleProvider());
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(hash.digest(bench.product.origin().getBytes(StandardCharsets.UTF_8)));
        signed.writeBytes(hash.digest(NONCE.getBytes(StandardCharsets.US_ASCII)));
        return algorithm.verify(
                algorithm.publicKey(certificate.getSubjectPublicKeyInfo().getEncoded()),
                signed.toByteArray(),
                handedIn.get("signature").binaryValue());
    }
}

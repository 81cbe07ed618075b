package org.yanqi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.key.UnlockedKey;
import org.yanqi.agent.software.Fault;
import org.yanqi.agent.software.SoftwareKeys;

class RekeyTest {
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

    @Test
    void renews_an_sm2_key_with_a_signing_and_an_encryption_pair() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);

        JsonNode end = bench.renew(bench.ticket("item-1", old));

        assertThat(end.get("state").asText()).as(end.toString()).isEqualTo("done");
        assertThat(end.get("progress").asInt()).isEqualTo(100);
        FakeProduct.Item item = bench.product.items.get("item-1");
        assertThat(item.confirmations).isEqualTo(1);
        Container current = bench.only("K1", ContainerState.CURRENT);
        assertThat(current.certificate()).isEqualTo(item.signing);
        assertThat(current.encryptionCertificate()).isEqualTo(item.encryption);
        assertThat(bench.only("K1", ContainerState.OLD).certificate()).isEqualTo(old);
        assertThat(bench.product.stages)
                .containsExactly(
                        "key-read",
                        "pin-accepted",
                        "key-generated",
                        "request-sent",
                        "issued",
                        "written",
                        "read-back",
                        "confirmed");
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_2048", "EC_P256"})
    void renews_a_key_with_one_certificate_for_all_uses(KeyAlgorithm algorithm) throws Exception {
        X509CertificateHolder old = bench.key("K1", algorithm);

        JsonNode end = bench.renew(bench.product.sign(bench.product.claims("rekey", "item-1", old, algorithm)));

        assertThat(end.get("state").asText()).as(end.toString()).isEqualTo("done");
        Container current = bench.only("K1", ContainerState.CURRENT);
        assertThat(current.algorithm()).isEqualTo(algorithm);
        assertThat(current.encryptionCertificate()).isNull();
    }

    @Test
    void opens_messages_encrypted_to_the_old_key_after_the_renewal() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        byte[] bid = KeyAlgorithm.SM2.encrypt(
                KeyAlgorithm.SM2.publicKey(old.getSubjectPublicKeyInfo().getEncoded()),
                "bid".getBytes(StandardCharsets.UTF_8));
        bench.renew(bench.ticket("item-1", old));

        try (UnlockedKey open = bench.software("K1").unlock(Bench.PIN.toCharArray())) {
            assertThat(open.decrypt(bench.only("K1", ContainerState.OLD).id(), bid))
                    .isEqualTo("bid".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void reads_a_key_without_asking_for_its_pin() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);

        String job = bench.job(bench.product.sign(bench.product.claims("read", "item-1", old, KeyAlgorithm.SM2)));

        assertThat(bench.await(job, "done", "failed").get("state").asText()).isEqualTo("done");
        JsonNode key = bench.product.found.get(0).get("keys").get(0);
        assertThat(key.get("keySerial").asText()).isEqualTo("K1");
        assertThat(key.get("certificates").get(0).get("state").asText()).isEqualTo("current");
        assertThat(key.get("certificates").get(0).get("der").binaryValue()).isEqualTo(old.getEncoded());
    }

    @Test
    void renews_the_same_key_twice_for_two_items() throws Exception {
        X509CertificateHolder first = bench.key("K1", KeyAlgorithm.SM2);
        bench.renew(bench.ticket("item-1", first));
        X509CertificateHolder second = bench.product.items.get("item-1").signing;

        JsonNode end = bench.renew(bench.ticket("item-2", Objects.requireNonNull(second)));

        assertThat(end.get("state").asText()).isEqualTo("done");
        assertThat(bench.containers("K1")).hasSize(3);
        assertThat(bench.only("K1", ContainerState.CURRENT).item()).isEqualTo("item-2");
    }

    @Test
    void a_renewed_key_given_the_same_item_again_keeps_its_pair_and_certificate() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        bench.renew(bench.ticket("item-1", old));
        X509CertificateHolder issued = bench.only("K1", ContainerState.CURRENT).certificate();

        JsonNode end = bench.renew(bench.ticket("item-1", old));

        assertThat(end.get("state").asText()).isEqualTo("done");
        assertThat(bench.containers("K1")).hasSize(2);
        assertThat(bench.only("K1", ContainerState.CURRENT).certificate()).isEqualTo(issued);
    }

    @Test
    void sends_the_request_again_when_its_answer_is_lost() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        bench.product.lost.put("request", 2);
        bench.product.lost.put("confirm", 1);

        JsonNode end = bench.renew(bench.ticket("item-1", old));

        assertThat(end.get("state").asText()).as(end.toString()).isEqualTo("done");
        assertThat(bench.product.items.get("item-1").requests).hasSize(1);
    }

    @Test
    void keeps_what_is_on_the_key_when_the_product_stays_away() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        bench.product.lost.put("request", 4);
        assertThat(Bench.failure(bench.renew(bench.ticket("item-1", old)))).isEqualTo("product-unreachable");

        assertThat(bench.renew(bench.ticket("item-1", old)).get("state").asText())
                .isEqualTo("done");
        assertThat(bench.product.items.get("item-1").requests).hasSize(1);
        assertThat(bench.containers("K1")).hasSize(2);
    }

    @Test
    void chooses_the_right_key_among_several() throws Exception {
        bench.key("K1", KeyAlgorithm.SM2);
        X509CertificateHolder old = bench.key("K2", KeyAlgorithm.SM2);

        assertThat(bench.renew(bench.ticket("item-1", old)).get("state").asText())
                .isEqualTo("done");
        assertThat(bench.containers("K1")).hasSize(1);
        assertThat(bench.containers("K2")).hasSize(2);
    }

    @Test
    void names_what_it_found_when_none_of_several_keys_is_the_right_one() throws Exception {
        bench.key("K1", KeyAlgorithm.SM2);
        bench.key("K2", KeyAlgorithm.SM2);
        X509CertificateHolder old = bench.key("K3", KeyAlgorithm.SM2);
        bench.software("K3").remove();

        JsonNode end = bench.renew(bench.ticket("item-1", old));

        assertThat(Bench.failure(end)).isEqualTo("several-keys");
        assertThat(end.at("/failure/found/0/holder").asText()).isEqualTo("沈阳测试有限公司");
        assertThat(end.at("/failure/found/1/keySerial").asText()).isEqualTo("K2");
        assertThat(bench.product.failures).contains("several-keys");
    }

    @Test
    void refuses_another_companys_key() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        bench.software("K1").remove();
        KeyPair pair = KeyAlgorithm.SM2.generate();
        X509CertificateHolder other = bench.product.authority.issue(new X500Name("CN=大连别家公司"), pair.getPublic());
        SoftwareKeys.install(keys, Bench.spec("K2"), pair, List.of(other), null);
        bench.software("K2").insert();

        JsonNode end = bench.renew(bench.ticket("item-1", old));

        assertThat(Bench.failure(end)).isEqualTo("wrong-key");
        assertThat(end.at("/failure/found/0/holder").asText()).isEqualTo("大连别家公司");
    }

    @Test
    void obeys_a_product_that_says_other_company() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        bench.product.verdict = "other-company";

        assertThat(Bench.failure(bench.renew(bench.ticket("item-1", old)))).isEqualTo("wrong-key");
        assertThat(bench.containers("K1")).hasSize(1);
    }

    @Test
    void says_none_when_no_key_is_plugged_in() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        bench.software("K1").remove();

        assertThat(Bench.failure(bench.renew(bench.ticket("item-1", old)))).isEqualTo("none");
        assertThat(bench.product.failures).isEmpty();
    }

    @Test
    void finds_a_full_key_out_before_anything_is_generated_or_asked() throws Exception {
        X509CertificateHolder old = bench.key(Bench.spec("K1").withSlots(1), KeyAlgorithm.SM2);

        assertThat(Bench.failure(bench.renew(bench.ticket("item-1", old)))).isEqualTo("key-full");
        assertThat(bench.product.stages).doesNotContain("pin-accepted");
        assertThat(bench.containers("K1")).hasSize(1);
        assertThat(bench.product.failures).containsExactly("key-full");
    }

    @Test
    void keeps_the_old_pair_in_force_when_the_import_fails_and_takes_the_same_envelope_again() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        bench.software("K1").fail(Fault.IMPORT_FAILED);
        assertThat(Bench.failure(bench.renew(bench.ticket("item-1", old)))).isEqualTo("import-failed");
        assertThat(bench.only("K1", ContainerState.CURRENT).certificate()).isEqualTo(old);

        assertThat(bench.renew(bench.ticket("item-1", old)).get("state").asText())
                .isEqualTo("done");
        assertThat(bench.containers("K1")).hasSize(2);
    }

    @Test
    void refuses_an_envelope_of_another_pair() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        String ticket = bench.ticket("item-1", old);
        KeyPair other = KeyAlgorithm.SM2.generate();
        bench.product.items.get("item-1").tamper = delivery -> {
            try {
                delivery.put("envelope", TestAuthority.envelope(other, other.getPublic(), 0));
            } catch (Exception defect) {
                throw new IllegalStateException(defect);
            }
        };

        assertThat(Bench.failure(bench.renew(ticket))).isEqualTo("import-failed");
        assertThat(bench.product.items.get("item-1").confirmations).isZero();
    }

    @Test
    void refuses_a_certificate_of_another_key() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        String ticket = bench.ticket("item-1", old);
        bench.product.items.get("item-1").tamper = delivery -> {
            try {
                delivery.put("signingCertificate", old.getEncoded());
            } catch (IOException defect) {
                throw new IllegalStateException(defect);
            }
        };

        assertThat(Bench.failure(bench.renew(ticket))).isEqualTo("internal");
        assertThat(bench.only("K1", ContainerState.NEW).certificate()).isNull();
    }

    @Test
    void passes_on_why_the_product_refused() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        String ticket = bench.ticket("item-1", old);
        X509CertificateHolder stranger = bench.key("K9", KeyAlgorithm.SM2);
        bench.product.items.put("item-1", new FakeProduct.Item(stranger));

        JsonNode end = bench.renew(ticket);

        assertThat(Bench.failure(end)).isEqualTo("pop-failed");
        assertThat(end.at("/failure/message").asText()).isNotBlank();
    }

    @Test
    void a_cancelled_job_leaves_the_key_as_it_was() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        String job = bench.job(bench.ticket("item-1", old));
        bench.await(job, "waiting-for-pin");

        bench.submit("/pin/" + job, "/pin/" + job, Map.of("cancel", "1"));

        assertThat(Bench.failure(bench.await(job, "failed"))).isEqualTo("cancelled");
        assertThat(bench.product.failures).containsExactly("cancelled");
        assertThat(bench.containers("K1")).hasSize(1);
    }

    @Test
    void the_page_can_cancel_a_job() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        String job = bench.job(bench.ticket("item-1", old));
        bench.await(job, "waiting-for-pin");

        bench.http.send(
                HttpRequest.newBuilder(URI.create(bench.agent.address() + "/v1/jobs/" + job))
                        .header("Origin", bench.product.origin())
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.discarding());

        assertThat(Bench.failure(bench.await(job, "failed"))).isEqualTo("cancelled");
    }

    @Test
    void stops_when_the_product_defers_the_renewal_and_goes_on_later() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        bench.product.deferred = true;
        assertThat(Bench.failure(bench.renew(bench.ticket("item-1", old)))).isEqualTo("deferred");

        bench.product.deferred = false;
        assertThat(bench.renew(bench.ticket("item-1", old)).get("state").asText())
                .isEqualTo("done");
        assertThat(bench.containers("K1")).hasSize(2);
    }

    @Test
    void a_damaged_key_does_not_hide_the_others() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        Files.writeString(Files.createDirectory(keys.resolve("K0")).resolve("key.json"), "{");

        assertThat(bench.renew(bench.ticket("item-1", old)).get("state").asText())
                .isEqualTo("done");
        assertThat(bench.get("/").statusCode()).isEqualTo(200);
    }
}

package org.yanqi.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.job.StepWatcher;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.PinTries;
import org.yanqi.agent.key.UnlockedKey;
import org.yanqi.agent.key.UsbKey;

/** The whole work of the agent with a PKCS#11 key. */
class Pkcs11Test {
    @TempDir
    Path keys;

    private Bench bench;
    private UsbKey token;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(keys);
        token = SoftHsm.token();
        restart(StepWatcher.NOBODY);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void restart(StepWatcher watcher) throws Exception {
        bench.agent.close();
        bench.agent = Agent.start(AgentConfig.of(0, Set.of(bench.product.origin()), keys)
                .withPkcs11(SoftHsm.settings(token))
                .with(Clock.systemUTC(), Bench.QUICK, watcher));
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_2048", "EC_P256"})
    void renews_signs_in_and_keeps_the_old_pair_usable(KeyAlgorithm algorithm) throws Exception {
        X509CertificateHolder old = SoftHsm.enrol(token, algorithm, bench.product.authority);

        JsonNode end = bench.renew(bench.product.sign(bench.product.claims("rekey", "item-1", old, algorithm)));

        assertThat(end.get("state").asText()).as(end.toString()).isEqualTo("done");
        FakeProduct.Item item = bench.product.items.get("item-1");
        X509CertificateHolder issued = Objects.requireNonNull(item.signing);
        assertThat(only(ContainerState.CURRENT).certificate()).isEqualTo(issued);
        assertThat(only(ContainerState.CURRENT).item()).isEqualTo("item-1");
        assertThat(only(ContainerState.OLD).certificate()).isEqualTo(old);
        assertThat(bench.product.found.get(0).at("/keys/0/keySerial").asText()).isEqualTo(token.serial());
        assertThat(bench.product.found.get(0).at("/keys/0/kind").asText()).isEqualTo("pkcs11");

        bench.renew(bench.product.sign(bench.product.signInClaims("n".repeat(43))));
        assertThat(bench.product.signIns.get(0).get("certificate").binaryValue())
                .isEqualTo(issued.getEncoded());
        if (algorithm.encrypts()) {
            byte[] bid = "bid".getBytes(StandardCharsets.US_ASCII);
            assertThat(opened(only(ContainerState.OLD), algorithm, old, bid)).isEqualTo(bid);
            assertThat(opened(only(ContainerState.CURRENT), algorithm, issued, bid))
                    .isEqualTo(bid);
        }
    }

    private byte[] opened(Container pair, KeyAlgorithm algorithm, X509CertificateHolder certificate, byte[] message)
            throws Exception {
        byte[] encrypted = algorithm.encrypt(
                algorithm.publicKey(certificate.getSubjectPublicKeyInfo().getEncoded()), message);
        try (UnlockedKey open = token.unlock(Bench.PIN.toCharArray())) {
            return open.decrypt(pair.id(), encrypted);
        }
    }

    /** One token after the other stops, at every step; EC because its signatures differ each time they are made. */
    @Test
    void goes_on_where_it_stopped_at_every_step() throws Exception {
        X509CertificateHolder old = SoftHsm.enrol(token, KeyAlgorithm.EC_P256, bench.product.authority);
        for (StepWatcher.Step step : StepWatcher.Step.values()) {
            if (step == StepWatcher.Step.ENCRYPTION_IMPORTED) {
                continue;
            }
            String item = "item-" + step;
            CountDownLatch killed = new CountDownLatch(1);
            restart(taken -> {
                if (taken == step) {
                    killed.countDown();
                    throw new Error("killed by the test");
                }
            });
            String job = bench.job(ticket(item, old));
            if (step != StepWatcher.Step.FOUND_TOLD) {
                bench.pin(job, Bench.PIN);
            }
            assertThat(killed.await(20, TimeUnit.SECONDS)).isTrue();
            restart(StepWatcher.NOBODY);

            JsonNode end = bench.renew(ticket(item, old));

            assertThat(end.get("state").asText()).as(step + ": " + end).isEqualTo("done");
            FakeProduct.Item made = bench.product.items.get(item);
            assertThat(made.requests)
                    .as("one request, from one new pair, at " + step)
                    .hasSize(1);
            assertThat(only(ContainerState.CURRENT).certificate()).isEqualTo(made.signing);
            old = Objects.requireNonNull(made.signing);
        }
        assertThat(token.containers()).hasSize(StepWatcher.Step.values().length);
    }

    @Test
    void a_wrong_pin_is_told_without_a_number_that_the_token_does_not_give() throws Exception {
        X509CertificateHolder old = SoftHsm.enrol(token, KeyAlgorithm.EC_P256, bench.product.authority);
        String job = bench.job(ticket("item-1", old));

        String page = bench.pin(job, "999999").body();

        assertThat(page).contains("这把密钥不显示剩余次数");
        assertThat(token.tries()).isEqualTo(new PinTries(PinTries.UNTOLD, true));
        assertThat(bench.get("/pin/" + job).body()).contains("此前曾有人输错");
        bench.pin(job, Bench.PIN);
        assertThat(bench.await(job, "done", "failed").get("state").asText()).isEqualTo("done");
        assertThat(token.tries().low()).isFalse();
    }

    /** A login of another session of the process must not let a wrong PIN pass. */
    @Test
    void a_key_that_is_open_already_still_checks_the_pin() throws Exception {
        UnlockedKey open = token.unlock(Bench.PIN.toCharArray());
        assertThatThrownBy(() -> token.unlock("999999".toCharArray()))
                .isInstanceOfSatisfying(
                        KeyTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(KeyTrouble.Kind.PIN_WRONG));
        open.close();
    }

    /** Written by the JDK's own provider, as another vendor's program would have. */
    @Test
    void renews_a_pair_that_came_with_the_key_and_leaves_its_label_alone() throws Exception {
        KeyPair pair = KeyAlgorithm.EC_P256.generate();
        X509CertificateHolder old = bench.product.authority.issue(Bench.COMPANY, pair.getPublic());
        KeyStore store = store();
        Certificate certificate = CertificateFactory.getInstance(
                        "X.509", new org.bouncycastle.jce.provider.BouncyCastleProvider())
                .generateCertificate(new ByteArrayInputStream(old.getEncoded()));
        store.setKeyEntry("bought at the counter", pair.getPrivate(), null, new Certificate[] {certificate});

        JsonNode end = bench.renew(ticket("item-1", old));

        assertThat(end.get("state").asText()).as(end.toString()).isEqualTo("done");
        assertThat(only(ContainerState.OLD).certificate()).isEqualTo(old);
        assertThat(store().containsAlias("bought at the counter")).isTrue();
    }

    private KeyStore store() throws Exception {
        Path configuration = Files.writeString(
                keys.resolve("provider.cfg"),
                "name = T\nlibrary = %s\nslot = %d\n"
                        .formatted(SoftHsm.LIBRARY, SoftHsm.settings(token).slot()));
        Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, Bench.PIN.toCharArray());
        return store;
    }

    @Test
    void refuses_the_tickets_pair_where_the_token_cannot_make_it() throws Exception {
        X509CertificateHolder old = SoftHsm.enrol(token, KeyAlgorithm.EC_P256, bench.product.authority);

        JsonNode end = bench.renew(bench.product.sign(bench.product.claims("rekey", "item-1", old, KeyAlgorithm.SM2)));

        assertThat(Bench.failure(end)).isEqualTo("internal");
        assertThat(token.containers()).hasSize(1);
    }

    @Test
    void the_agents_own_page_and_capabilities_name_it() throws Exception {
        SoftHsm.enrol(token, KeyAlgorithm.EC_P256, bench.product.authority);

        assertThat(bench.get("/").body()).contains(token.serial(), "沈阳测试有限公司");
        assertThat(bench.http
                        .send(
                                java.net.http.HttpRequest.newBuilder(
                                                java.net.URI.create(bench.agent.address() + "/v1/capabilities"))
                                        .header("Origin", bench.product.origin())
                                        .build(),
                                java.net.http.HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("\"keyKinds\":[\"software\",\"pkcs11\"]");
    }

    @Test
    void its_library_and_slot_stand_in_the_settings_file() throws Exception {
        Path file = Files.writeString(
                keys.resolve("agent.properties"), "pkcs11.library=" + SoftHsm.LIBRARY + "\npkcs11.slot=7\n");
        assertThat(Objects.requireNonNull(AgentConfig.readPkcs11(file)).slot()).isEqualTo(7);
        Files.writeString(file, "origins=https://a.example\n");
        assertThat(AgentConfig.readPkcs11(file)).isNull();
        Files.writeString(file, "pkcs11.library=x\npkcs11.slot=first\n");
        assertThatThrownBy(() -> AgentConfig.readPkcs11(file)).hasMessageContaining("pkcs11.slot");
    }

    private String ticket(String item, X509CertificateHolder old) throws Exception {
        return bench.product.sign(bench.product.claims("rekey", item, old, KeyAlgorithm.EC_P256));
    }

    private Container only(ContainerState state) throws Exception {
        List<Container> found = token.containers().stream()
                .filter(container -> container.state() == state)
                .toList();
        if (state == ContainerState.OLD) {
            return found.get(found.size() - 1);
        }
        assertThat(found).as(Map.of("state", state).toString()).hasSize(1);
        return found.get(0);
    }
}

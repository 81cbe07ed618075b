package org.yanqi.app.rekey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.yanqi.app.OnPostgres;
import org.yanqi.app.ca.TestKey;
import org.yanqi.app.cmp.Bridge;
import org.yanqi.app.cmp.OpensslClient;
import org.yanqi.app.cmp.OpensslClient.Ran;
import org.yanqi.app.cmp.TestPki;
import org.yanqi.app.rekey.OwedCertificates.Owed;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.record.Actor;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.rekey.Rekey;
import org.yanqi.process.rekey.RekeyStage;
import org.yanqi.process.rekey.Rekeys;

/** A program that holds its key renews by CMP what was paid, and nothing else: {@code openssl cmp} against the whole product. */
@OnPostgres
@Import(OwedCertificates.class)
class CmpRenewalTest {
    private static final Actor SYSTEM = Actor.system("test");
    private static final TestKey OLD = TestKey.rsa(2048);
    private static final KeyPair FRESH = TestPki.rsa();

    @Autowired
    OwedCertificates owedCertificates;

    @Autowired
    OpenTicket openTicket;

    @Autowired
    Rekeys rekeys;

    @Autowired
    Certificates certificates;

    @Autowired
    WebApplicationContext context;

    @TempDir
    Path folder;

    private MockMvc http;
    private Bridge bridge;

    @BeforeEach
    void door() {
        http = MockMvcBuilders.webAppContextSetup(context).build();
        bridge = new Bridge(this::post);
    }

    @AfterEach
    void close() {
        bridge.close();
    }

    @Test
    void a_paid_renewal_goes_its_whole_way_and_the_old_certificate_is_revoked_after_the_confirmation()
            throws Exception {
        Owed owed = owedCertificates.company(OLD);
        OpensslClient client = client(OLD.pair(), owed.pair().signing());
        Ran early = client.run("kur", "-newkey", key(FRESH));
        assertThat(early.said()).contains("no paid renewal of this certificate waits for its key");

        openTicket.declareAgain(owed.administrator(), owed.item(), true);
        Ran ran = client.run("kur", "-newkey", key(FRESH), "-out_trusted", root());
        assertThat(ran.exit()).as(ran.said()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rekeys.one(owed.administrator(), owed.item()).stage() == RekeyStage.OLD_REVOKED);
        Rekey end = rekeys.one(owed.administrator(), owed.item());
        assertThat(certificates.one(SYSTEM, end.newCertificate()).signing())
                .isEqualTo(ran.issued().getEncoded());
        assertThat(certificates.one(SYSTEM, end.newCertificate()).state()).isEqualTo(CertificateState.IN_FORCE);
        assertThat(certificates.one(SYSTEM, owed.pair().id()).state()).isEqualTo(CertificateState.SUPERSEDED);

        // what was renewed is revoked, and what it was renewed to has no order
        assertThat(client.run("kur", "-newkey", key(FRESH)).said()).contains("the certificate was revoked");
        OpensslClient renewed = client(FRESH, ran.issued().getEncoded());
        assertThat(renewed.run("kur", "-newkey", key(TestPki.rsa())).said()).contains("no paid renewal");
        Path own = TestPki.pem(folder.resolve("renewed.pem"), ran.issued());
        Ran revoked = renewed.run("rr", "-oldcert", own, "-revreason", "5");
        assertThat(revoked.exit()).as(revoked.said()).isZero();
        assertThat(certificates.one(SYSTEM, end.newCertificate()).state()).isEqualTo(CertificateState.REVOKED);
    }

    @Test
    void a_certificate_that_its_holder_rejects_is_withdrawn_and_the_next_request_gets_another() throws Exception {
        Owed owed = owedCertificates.company(OLD);
        openTicket.declareAgain(owed.administrator(), owed.item(), true);
        OpensslClient client = client(OLD.pair(), owed.pair().signing());
        Path stranger = TestPki.pem(folder.resolve("stranger.pem"), new TestPki("C=CN,O=Strange,CN=CA").root());
        assertThat(client.run("kur", "-newkey", key(FRESH), "-out_trusted", stranger)
                        .exit())
                .isNotZero();
        Rekey rejected = rekeys.one(owed.administrator(), owed.item());
        assertThat(rejected.failure()).isEqualTo("taken-back");
        assertThat(rejected.newCertificate()).isNull();
        assertThat(certificates.life(SYSTEM, owed.pair().id()))
                .extracting(pair -> pair.state())
                .containsExactlyInAnyOrder(CertificateState.REVOKED, CertificateState.IN_FORCE);

        Ran again = client.run("kur", "-newkey", key(FRESH), "-out_trusted", root());
        assertThat(again.exit()).as(again.said()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rekeys.one(owed.administrator(), owed.item()).stage() == RekeyStage.OLD_REVOKED);
    }

    private OpensslClient client(KeyPair key, byte[] certificate) throws Exception {
        return new OpensslClient(
                folder,
                bridge.port(),
                new TestPki.Identity(key, new X509CertificateHolder(certificate)),
                List.of(new X509CertificateHolder(get("/ca/rsa-root.crt"))));
    }

    private Path key(KeyPair pair) {
        return TestPki.pem(folder.resolve("new.key"), pair.getPrivate());
    }

    private Path root() throws Exception {
        return TestPki.pem(folder.resolve("root.pem"), new X509CertificateHolder(get("/ca/rsa-root.crt")));
    }

    private byte[] get(String path) throws Exception {
        return http.perform(MockMvcRequestBuilders.get(path))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private Bridge.Answer post(String path, @Nullable String type, byte[] body) throws Exception {
        MockHttpServletResponse answer = http.perform(MockMvcRequestBuilders.post(path)
                        .header("Content-Type", String.valueOf(type))
                        .content(body))
                .andReturn()
                .getResponse();
        return new Bridge.Answer(answer.getStatus(), answer.getContentType(), answer.getContentAsByteArray());
    }
}

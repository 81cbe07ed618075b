package org.yanqi.app.ca.cmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.web.MockHttpServletRequest;
import org.yanqi.app.RealPostgres;
import org.yanqi.app.cmp.Bridge;
import org.yanqi.app.cmp.OpensslClient;
import org.yanqi.app.cmp.OpensslClient.Ran;
import org.yanqi.app.cmp.TestPki;

/** OpenSSL's client renews, confirms and revokes against what is served, with RSA keys and keys on a curve. */
class ServingTest {
    private static final String HOLDER = "C=CN,O=Some Company,CN=Zhang San";
    private static final JdbcClient DATABASE = database();
    private static final KeyPair RSA = TestPki.rsa();
    private static final KeyPair FRESH_RSA = TestPki.rsa();

    @TempDir
    Path folder;

    private final TestPki pki = new TestPki("C=CN,O=Inside,CN=Inside CA");
    private final TestDesk desk = new TestDesk(pki);
    private final CmpController controller = controller();
    private Bridge bridge;
    private byte[] last = {};

    @BeforeEach
    void open() {
        bridge = new Bridge((path, type, body) -> {
            last = body;
            ResponseEntity<byte[]> answer = post(type, body);
            byte[] content = answer.getBody();
            return new Bridge.Answer(
                    answer.getStatusCode().value(), "application/pkixcmp", content == null ? new byte[0] : content);
        });
    }

    @AfterEach
    void close() {
        bridge.close();
    }

    @Test
    void openssl_renews_an_rsa_certificate_and_confirms_it() throws IOException {
        renews(RSA, FRESH_RSA);
    }

    @Test
    void openssl_renews_a_certificate_on_a_curve_and_confirms_it() throws IOException {
        renews(TestPki.ec(), TestPki.ec());
    }

    private void renews(KeyPair old, KeyPair fresh) throws IOException {
        OpensslClient client = client(desk.holder(HOLDER, old));
        Ran ran = client.run("kur", "-newkey", key(fresh));
        assertThat(ran.exit()).as(ran.said()).isZero();
        X509CertificateHolder issued = ran.issued();
        assertThat(issued.getSubjectPublicKeyInfo().getEncoded())
                .isEqualTo(fresh.getPublic().getEncoded());
        assertThat(desk.happened).containsExactly("issued", "confirmed");
    }

    @Test
    void openssl_asks_again_until_the_certificate_is_ready() {
        desk.waits = 3;
        Ran ran = client(desk.holder(HOLDER, TestPki.ec())).run("kur", "-newkey", key(TestPki.ec()));
        assertThat(ran.exit()).as(ran.said()).isZero();
        assertThat(ran.said()).contains("POLLREQ").contains("POLLREP");
        assertThat(desk.happened).containsExactly("issued", "confirmed");
    }

    @Test
    void no_confirmation_is_waived() {
        Ran ran =
                client(desk.holder(HOLDER, TestPki.ec())).run("kur", "-newkey", key(TestPki.ec()), "-implicit_confirm");
        assertThat(ran.exit()).as(ran.said()).isZero();
        assertThat(desk.happened).containsExactly("issued", "confirmed");
    }

    @Test
    void a_certificate_that_the_holder_rejects_is_withdrawn() {
        TestPki stranger = new TestPki("C=CN,O=Strange,CN=CA");
        Path others = TestPki.pem(folder.resolve("others.pem"), stranger.root());
        Ran ran = client(desk.holder(HOLDER, TestPki.ec()))
                .run("kur", "-newkey", key(TestPki.ec()), "-out_trusted", others);
        assertThat(ran.exit()).isNotZero();
        assertThat(desk.happened).containsExactly("issued", "rejected");
    }

    @Test
    void what_is_not_owed_is_refused_in_clear_words() {
        desk.refusal = "no paid renewal of this certificate waits for its key";
        Ran ran = client(desk.holder(HOLDER, TestPki.ec())).run("kur", "-newkey", key(TestPki.ec()));
        assertThat(ran.exit()).isNotZero();
        assertThat(ran.said()).contains(desk.refusal);
        assertThat(desk.happened).isEmpty();
    }

    @Test
    void a_first_certificate_is_refused_in_clear_words() {
        OpensslClient client = client(desk.holder(HOLDER, TestPki.ec()));
        for (String command : List.of("ir", "cr")) {
            Ran ran =
                    client.run(command, "-newkey", key(TestPki.ec()), "-subject", "/C=CN/O=Some Company/CN=Zhang San");
            assertThat(ran.exit()).isNotZero();
            assertThat(ran.said()).contains("first certificates are not issued here");
        }
        assertThat(desk.happened).isEmpty();
    }

    @Test
    void a_proof_that_is_missing_or_wrong_gets_no_certificate() {
        KeyPair old = TestPki.ec();
        TestPki.Identity holder = desk.holder(HOLDER, old);
        assertThat(client(holder)
                        .run("kur", "-newkey", key(TestPki.ec()), "-popo", "0")
                        .said())
                .contains("pop-failed");
        assertThat(client(holder)
                        .run("kur", "-newkey", key(TestPki.ec()), "-popo", "-1")
                        .said())
                .contains("pop-failed");
        assertThat(client(holder).run("kur", "-newkey", key(old)).said()).contains("csr-old-key");
        assertThat(client(holder)
                        .run("kur", "-newkey", key(TestPki.ec()), "-subject", "/C=CN/O=Other/CN=Li Si")
                        .said())
                .contains("csr-subject");
        TestPki.Identity another = desk.holder("C=CN,O=Other Company,CN=Li Si", TestPki.ec());
        Path foreign = TestPki.pem(folder.resolve("foreign.pem"), another.certificate());
        assertThat(client(holder)
                        .run(
                                "kur",
                                "-newkey",
                                key(TestPki.ec()),
                                "-oldcert",
                                foreign,
                                "-subject",
                                "/C=CN/O=Some Company/CN=Zhang San")
                        .said())
                .contains("other-certificate");
        assertThat(client(holder)
                        .run("kur", "-newkey", key(TestPki.ec()), "-digest", "sha1")
                        .exit())
                .isNotZero();
        assertThat(desk.happened).isEmpty();
    }

    @Test
    void strangers_are_not_served() {
        Ran unknown = client(pki.identity(HOLDER, TestPki.ec()))
                .run("kur", "-newkey", key(TestPki.ec()), "-unprotected_errors");
        assertThat(unknown.said()).contains("not of this authority");
        TestPki.Identity foreign = new TestPki("C=CN,O=Strange,CN=CA").identity(HOLDER, TestPki.ec());
        assertThat(client(foreign)
                        .run("kur", "-newkey", key(TestPki.ec()), "-unprotected_errors")
                        .said())
                .contains("not of this authority");
        Ran secret = client(desk.holder(HOLDER, TestPki.ec()))
                .run(
                        "ir",
                        "-newkey",
                        key(TestPki.ec()),
                        "-secret",
                        "pass:guessed",
                        "-ref",
                        "1234",
                        "-subject",
                        "/CN=x",
                        "-unprotected_errors");
        assertThat(secret.exit()).isNotZero();
        assertThat(desk.happened).isEmpty();
    }

    @Test
    void a_holder_revokes_their_own_certificate_once_and_nobody_elses() {
        TestPki.Identity holder = desk.holder(HOLDER, TestPki.ec());
        TestPki.Identity another = desk.holder("C=CN,O=Other Company,CN=Li Si", TestPki.ec());
        Path foreign = TestPki.pem(folder.resolve("foreign.pem"), another.certificate());
        Path own = TestPki.pem(folder.resolve("mine.pem"), holder.certificate());
        assertThat(client(holder).run("rr", "-oldcert", foreign).said()).contains("a holder revokes the certificate");
        assertThat(client(holder).run("rr", "-oldcert", own, "-revreason", "6").said())
                .contains("reasons are");

        Ran ran = client(holder).run("rr", "-oldcert", own, "-revreason", "1");
        assertThat(ran.exit()).as(ran.said()).isZero();
        assertThat(client(holder).run("rr", "-oldcert", own).said()).contains("revoked already");
        assertThat(client(holder).run("kur", "-newkey", key(TestPki.ec())).said())
                .contains("the certificate was revoked");
        assertThat(desk.happened).containsExactly("revoked KEY_COMPROMISE");
    }

    @Test
    void a_message_sent_again_changes_nothing_and_one_altered_gets_nothing() {
        Ran ran = client(desk.holder(HOLDER, TestPki.ec())).run("kur", "-newkey", key(TestPki.ec()));
        assertThat(ran.exit()).as(ran.said()).isZero();
        byte[] confirmation = last;
        assertThat(post("application/pkixcmp", confirmation).getStatusCode().value())
                .isEqualTo(200);
        Random random = new Random(20261125);
        for (int i = 0; i < 400; i++) {
            byte[] broken = confirmation.clone();
            for (int n = 0; n <= i % 3; n++) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 + random.nextInt(255));
            }
            assertThat(post("application/pkixcmp", broken).getStatusCode().value())
                    .isIn(200, 400);
        }
        assertThat(desk.happened).containsExactly("issued", "confirmed");
    }

    @Test
    void what_is_no_message_is_answered_without_one() {
        assertThat(post("application/pkixcmp", new byte[0]).getStatusCode().value())
                .isEqualTo(400);
        assertThat(post("application/pkixcmp", "hello".getBytes(StandardCharsets.US_ASCII))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(post("application/pkixcmp", new byte[40_000]).getStatusCode().value())
                .isEqualTo(413);
        assertThat(post("text/plain", new byte[10]).getStatusCode().value()).isEqualTo(415);
        assertThat(post(null, new byte[10]).getStatusCode().value()).isEqualTo(415);
    }

    private ResponseEntity<byte[]> post(@Nullable String type, byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/ca/cmp");
        request.setContentType(type);
        request.setContent(body);
        try {
            return controller.post(request);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private OpensslClient client(TestPki.Identity holder) {
        return new OpensslClient(folder, bridge.port(), holder, List.of(pki.root()));
    }

    private Path key(KeyPair pair) {
        return TestPki.pem(folder.resolve("new.key"), pair.getPrivate());
    }

    private CmpController controller() {
        TestPki.Identity voice = pki.identity("C=CN,O=Inside,CN=Inside CMP", TestPki.ec());
        Speaker.Directory speakers = issuer -> issuer.equals(pki.root().getSubject())
                ? Optional.of(new Speaker(voice.certificate(), List.of(pki.root()), signer(voice)))
                : Optional.empty();
        Clock clock = Clock.systemUTC();
        Recognise recognise = new Recognise(speakers, desk, clock);
        Dialogues dialogues = new Dialogues(DATABASE, clock);
        CmpServing serving = new CmpServing(true, Duration.ofSeconds(1));
        return new CmpController(
                recognise, new Converse(desk, dialogues, recognise, serving), new RevokeOwn(desk), speakers, clock);
    }

    private static ContentSigner signer(TestPki.Identity voice) {
        try {
            return new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(voice.keys().getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JdbcClient database() {
        DriverManagerDataSource source = new DriverManagerDataSource(RealPostgres.freshDatabase(), "postgres", "");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/common/V421__cmp_serving.sql"))
                .execute(source);
        return JdbcClient.create(source);
    }
}

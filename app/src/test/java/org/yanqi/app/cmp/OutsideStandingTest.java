package org.yanqi.app.cmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.certificate.port.CertificateAuthority.Standing;
import org.yanqi.process.certificate.port.CertificateAuthority.State;

/** In what state an outside authority's certificate is, as OpenSSL's responder and a list behind an address tell it. */
class OutsideStandingTest {
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    Path folder;

    private Informed informed;

    @BeforeEach
    void open() throws Exception {
        informed = new Informed(folder);
    }

    @AfterEach
    void close() {
        informed.close();
    }

    @Test
    void a_certificate_is_good_when_the_authoritys_delegate_says_so() throws Exception {
        informed.responder(informed.valid(), Informed.delegate(informed.outside.pki, Informed.ANSWERS), "-nmin", "5");
        Standing standing = standing();
        assertThat(standing.state()).isEqualTo(State.GOOD);
        assertThat(standing.chain()).containsExactly(informed.outside.pki.root().getEncoded());
        informed.web.verify(0, WireMock.getRequestedFor(WireMock.urlEqualTo(Informed.LIST)));
    }

    @Test
    void the_authority_may_answer_itself_and_at_an_address_that_is_configured() throws Exception {
        OpensslServer server = informed.responder(informed.valid(), informed.outside.pki.authority());
        informed.outside.status =
                Outside.statusFrom(Map.of("yanqi.cmp.status.ocsp", "http://127.0.0.1:" + server.port() + "/"));
        assertThat(standing().state()).isEqualTo(State.GOOD);
        informed.web.verify(0, WireMock.postRequestedFor(WireMock.urlEqualTo(Informed.RESPONDER)));
    }

    @Test
    void a_revoked_certificate_is_told_with_time_and_reason() throws Exception {
        informed.responder(
                informed.index("R\t391231000000Z\t260102030405Z,superseded\t"
                        + Informed.hex(informed.certificate.getSerialNumber()) + "\tunknown\t/CN=x\n"),
                informed.outside.pki.authority());
        Standing standing = standing();
        assertThat(standing.state()).isEqualTo(State.REVOKED);
        assertThat(standing.reason()).isEqualTo(Reason.SUPERSEDED);
        assertThat(standing.revoked()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void one_that_the_responder_does_not_know_is_not_made_good_by_a_list() throws Exception {
        informed.list(clean());
        informed.responder(
                informed.index("V\t391231000000Z\t\t0ABC\tunknown\t/CN=x\n"), informed.outside.pki.authority());
        Standing standing = standing();
        assertThat(standing.state()).isEqualTo(State.UNKNOWN);
        assertThat(standing.chain()).isEmpty();
    }

    @Test
    void an_answer_out_of_its_time_is_none() throws Exception {
        informed.responder(informed.valid(), informed.outside.pki.authority(), "-nmin", "1");
        informed.outside.clock.shift(Duration.ofMinutes(30));
        assertNoAnswer("out of date");
        informed.outside.clock.shift(Duration.ofMinutes(-30));
        assertNoAnswer("said for the future");
    }

    @Test
    void an_answer_that_names_no_end_counts_only_while_it_is_young() throws Exception {
        informed.responder(informed.valid(), informed.outside.pki.authority());
        informed.outside.clock.shift(Duration.ofHours(23));
        assertThat(standing().state()).isEqualTo(State.GOOD);
        informed.outside.clock.shift(Duration.ofHours(25));
        assertNoAnswer("out of date");
    }

    @Test
    void nobody_answers_for_the_authority_but_whom_it_certified_for_that() throws Exception {
        TestPki foreign = new TestPki(Outside.CA);
        informed.responder(informed.valid(), Informed.delegate(foreign, Informed.ANSWERS));
        assertNoAnswer("signed by nobody who may answer");
        informed.responder(informed.valid(), Informed.delegate(informed.outside.pki, KeyPurposeId.id_kp_clientAuth));
        assertNoAnswer("signed by nobody who may answer");
    }

    @Test
    void an_answer_to_somebody_elses_question_is_none_and_one_without_a_nonce_only_if_that_is_allowed()
            throws Exception {
        prepared(true);
        assertNoAnswer("another nonce");
        prepared(false);
        assertThat(standing().state()).isEqualTo(State.GOOD);
        informed.outside.status = Outside.statusFrom(Map.of("yanqi.cmp.status.nonce-required", "true"));
        assertNoAnswer("without our nonce");
    }

    @Test
    void the_list_answers_when_the_responder_does_not() throws Exception {
        informed.list(clean());
        Standing standing = standing();
        assertThat(standing.state()).isEqualTo(State.GOOD);
        assertThat(standing.list()).isNotNull();
        assertThat(standing.list().number()).isEqualTo(7);

        informed.list(informed.list(informed.outside.pki, WEEK, informed.certificate.getSerialNumber(), null));
        standing = standing();
        assertThat(standing.state()).isEqualTo(State.REVOKED);
        assertThat(standing.reason()).isEqualTo(Reason.KEY_COMPROMISE);
    }

    @Test
    void a_list_is_relied_upon_only_in_its_time_for_its_certificates_and_signed_by_the_authority() throws Exception {
        informed.list(informed.list(new TestPki(Outside.CA), WEEK, null, null));
        assertNoAnswer("did not sign");
        byte[] altered = clean();
        altered[altered.length - 10] ^= 1;
        informed.list(altered);
        assertThatThrownBy(this::standing).isInstanceOf(NoAnswer.class);
        informed.list(clean("http://elsewhere.example/other.crl"));
        assertNoAnswer("for other certificates");
        informed.list(clean(informed.web.baseUrl() + Informed.LIST));
        assertThat(standing().state()).isEqualTo(State.GOOD);
        byte[] brief = informed.list(informed.outside.pki, Duration.ofHours(1), null, null);
        informed.list(brief);
        informed.outside.clock.shift(Duration.ofHours(2));
        assertNoAnswer("out of date");
    }

    @Test
    void a_list_is_fetched_again_after_a_while_and_never_longer_than_allowed() throws Exception {
        informed.list(clean());
        var authority = informed.outside.client().authority();
        byte[] der = informed.certificate.getEncoded();
        assertThat(authority.standing(der).state()).isEqualTo(State.GOOD);
        assertThat(authority.standing(der).state()).isEqualTo(State.GOOD);
        informed.web.verify(1, WireMock.getRequestedFor(WireMock.urlEqualTo(Informed.LIST)));
        informed.outside.clock.shift(Duration.ofMinutes(11));
        assertThat(authority.standing(der).state()).isEqualTo(State.GOOD);
        informed.web.verify(2, WireMock.getRequestedFor(WireMock.urlEqualTo(Informed.LIST)));

        informed.outside.status = Outside.statusFrom(Map.of("yanqi.cmp.status.largest-list", "64B"));
        assertNoAnswer("longer than 64 bytes");
    }

    @Test
    void where_nobody_can_be_asked_there_is_no_answer() throws Exception {
        informed.web.stop();
        assertNoAnswer("no answer");
        var silent = informed.outside.pki.certificate(
                Outside.HOLDER,
                informed.outside.freshPair(),
                Informed.named("ldap://127.0.0.1/x"),
                Informed.listed("file:///etc/passwd"));
        assertThatThrownBy(() -> informed.outside.client().authority().standing(silent.getEncoded()))
                .isInstanceOf(NoAnswer.class)
                .hasMessageContaining("names neither a responder nor a list");
        var stranger = new TestPki(Outside.CA).certificate(Outside.HOLDER, informed.outside.freshPair());
        assertThatThrownBy(() -> informed.outside.client().authority().standing(stranger.getEncoded()))
                .isInstanceOf(NoAnswer.class)
                .hasMessageContaining("no trusted authority");
    }

    private byte[] clean() throws Exception {
        return informed.list(informed.outside.pki, WEEK, BigInteger.TEN, null);
    }

    private byte[] clean(String point) throws Exception {
        return informed.list(
                informed.outside.pki,
                WEEK,
                null,
                new IssuingDistributionPoint(Informed.point(point), true, false, null, false, false));
    }

    /** The responder's address gives out what OpenSSL once answered to another question. */
    private void prepared(boolean nonce) throws Exception {
        Path root = TestPki.pem(folder.resolve("root.pem"), informed.outside.pki.root());
        Path key = TestPki.pem(
                folder.resolve("root.key"),
                informed.outside.pki.authority().keys().getPrivate());
        Path answer = folder.resolve("answer.der");
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "ocsp",
                        "-index",
                        informed.valid().toString(),
                        "-CA",
                        root.toString(),
                        "-rsigner",
                        root.toString(),
                        "-rkey",
                        key.toString(),
                        "-issuer",
                        root.toString(),
                        "-serial",
                        "0x" + Informed.hex(informed.certificate.getSerialNumber()),
                        nonce ? "-nonce" : "-no_nonce",
                        "-ndays",
                        "1",
                        "-noverify",
                        "-respout",
                        answer.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start();
        assertThat(openssl.waitFor()).isZero();
        informed.web.stubFor(WireMock.post(Informed.RESPONDER)
                .willReturn(WireMock.aResponse()
                        .withHeader("Content-Type", "application/ocsp-response")
                        .withBody(Files.readAllBytes(answer))));
    }

    private Standing standing() throws Exception {
        return informed.outside.client().authority().standing(informed.certificate.getEncoded());
    }

    private void assertNoAnswer(String because) {
        assertThatThrownBy(this::standing).isInstanceOf(NoAnswer.class).hasMessageContaining(because);
    }
}

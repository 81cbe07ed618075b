package org.yanqi.app.cmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yanqi.app.ca.TestKey;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/** Key updates, confirmations and revocations with OpenSSL's authority, as they should go and as it may refuse them. */
class OutsideAuthorityTest {
    private static final int KUR = PKIBody.TYPE_KEY_UPDATE_REQ;
    private static final int P10CR = PKIBody.TYPE_P10_CERT_REQ;
    private static final int CERT_CONF = PKIBody.TYPE_CERT_CONFIRM;
    private static final int POLL = PKIBody.TYPE_POLL_REQ;
    private static final int RR = PKIBody.TYPE_REVOCATION_REQ;

    @TempDir
    Path folder;

    private Outside outside;

    @BeforeEach
    void open() {
        outside = new Outside(folder);
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void a_certificate_is_renewed_on_behalf_of_its_holder_and_confirmed_once_the_key_has_it() throws Exception {
        X509CertificateHolder prepared = outside.prepared();
        OpensslServer server = outside.authority(prepared);
        CertificateAuthority authority = outside.client().authority();
        Reply.Issued issued = issued(authority.update(outside.request()));
        assertThat(issued.signing()).isEqualTo(prepared.getEncoded());
        assertThat(issued.chain())
                .hasSize(1)
                .first()
                .isEqualTo(outside.pki.root().getEncoded());
        assertThat(outside.proxy.types()).containsExactly(KUR);

        authority.confirm(issued.signing());
        authority.confirm(issued.signing());
        assertThat(outside.proxy.types()).containsExactly(KUR, CERT_CONF);
        assertThat(server.said()).doesNotContain("error");
    }

    @Test
    void the_same_request_gets_the_same_certificate_without_asking_again() throws Exception {
        outside.authority(outside.prepared());
        CertificateAuthority authority = outside.client().authority();
        CertificateAuthority.Request request = outside.request();
        byte[] first = issued(authority.update(request)).signing();
        assertThat(issued(authority.update(request)).signing()).isEqualTo(first);
        assertThat(outside.proxy.types()).containsExactly(KUR);

        CertificateAuthority.Request other = outside.request();
        byte[] csr = TestKey.rsa(2048).request(new X500Name(Outside.HOLDER));
        assertThat(code(authority.update(new CertificateAuthority.Request(
                        request.key(),
                        other.replaced(),
                        csr,
                        other.oldSignature(),
                        Algorithm.RSA_2048,
                        other.notBefore(),
                        other.notAfter()))))
                .isIn("old-signature-failed", "request-key-used");
    }

    @Test
    void the_keys_own_request_can_travel_so_that_the_authority_verifies_it_itself() throws Exception {
        X509CertificateHolder prepared = outside.pkcs10().prepared();
        outside.authority(prepared);
        CertificateAuthority authority = outside.client().authority();
        byte[] issued = issued(authority.update(outside.request())).signing();
        authority.confirm(issued);
        assertThat(issued).isEqualTo(prepared.getEncoded());
        assertThat(outside.proxy.types()).containsExactly(P10CR, CERT_CONF);
    }

    @Test
    void no_confirmation_is_sent_when_the_authority_does_without() throws Exception {
        outside.implicit().authority(outside.prepared(), "-grant_implicitconf");
        CertificateAuthority authority = outside.client().authority();
        authority.confirm(issued(authority.update(outside.request())).signing());
        assertThat(outside.proxy.types()).containsExactly(KUR);
    }

    @Test
    void a_confirmation_is_sent_when_the_authority_was_asked_to_do_without_and_does_not() throws Exception {
        outside.implicit().authority(outside.prepared());
        CertificateAuthority authority = outside.client().authority();
        authority.confirm(issued(authority.update(outside.request())).signing());
        assertThat(outside.proxy.types()).containsExactly(KUR, CERT_CONF);
    }

    @Test
    void a_certificate_is_confirmed_before_it_is_handed_out_where_that_is_wished() throws Exception {
        outside.atOnce().authority(outside.prepared());
        issued(outside.client().authority().update(outside.request()));
        assertThat(outside.proxy.types()).containsExactly(KUR, CERT_CONF);
    }

    @Test
    void an_authority_that_takes_its_time_is_asked_again_when_it_said() throws Exception {
        outside.authority(outside.prepared(), "-poll_count", "3", "-check_after", "90");
        CertificateAuthority authority = outside.client().authority();
        CertificateAuthority.Request request = outside.request();
        assertThat(authority.update(request)).isEqualTo(new Reply.Waiting(Duration.ofSeconds(90)));
        assertThat(authority.update(request)).isInstanceOf(Reply.Waiting.class);
        assertThat(outside.proxy.types()).containsExactly(KUR, POLL);

        outside.clock.shift(Duration.ofSeconds(91));
        assertThat(authority.update(request)).isInstanceOf(Reply.Waiting.class);
        outside.clock.shift(Duration.ofSeconds(182));
        byte[] certificate = issued(authority.update(request)).signing();
        authority.confirm(certificate);
        assertThat(outside.proxy.types()).containsExactly(KUR, POLL, POLL, POLL, CERT_CONF);
        assertThat(outside.proxy.seen())
                .extracting(FaultProxy.Seen::transaction)
                .hasSize(5)
                .containsOnly(outside.proxy.seen().get(0).transaction());
    }

    @Test
    void a_refusal_is_told_in_the_authoritys_words_and_a_new_try_is_a_new_transaction() throws Exception {
        outside.authority(outside.prepared(), "-send_error");
        CertificateAuthority authority = outside.client().authority();
        CertificateAuthority.Request request = outside.request();
        assertThat(code(authority.update(request))).isEqualTo("refused-by-authority");

        outside.authority(
                outside.prepared(),
                "-pkistatus",
                "2",
                "-failure",
                "9",
                "-statusstring",
                "this key is known to be weak");
        assertThat(authority.update(request))
                .isEqualTo(new Reply.Refused("refused-by-authority", "this key is known to be weak"));
        outside.authority(outside.prepared());
        issued(authority.update(request));
        assertThat(outside.proxy.seen())
                .extracting(FaultProxy.Seen::transaction)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void an_update_of_another_certificate_is_refused_by_the_authority() throws Exception {
        outside.authority(outside.pki.certificate(Outside.HOLDER, outside.freshPair()));
        Reply reply = outside.client().authority().update(outside.request());
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        assertThat(((Reply.Refused) reply).reason()).contains("wrong certid");
    }

    @Test
    void a_certificate_that_was_not_asked_for_is_rejected_to_the_authority_and_given_to_nobody() throws Exception {
        List<X509CertificateHolder> wrong = List.of(
                outside.prepared(Outside.HOLDER, TestPki.ec(), Duration.ofDays(365)),
                outside.prepared("C=CN,O=Other Company,CN=Li Si", outside.freshPair(), Duration.ofDays(365)),
                outside.prepared(Outside.HOLDER, outside.freshPair(), Duration.ofDays(300)));
        for (X509CertificateHolder one : wrong) {
            OpensslServer server = outside.authority(one);
            assertThat(code(outside.client().authority().update(outside.request())))
                    .isEqualTo("certificate-unfit");
            assertThat(server.said()).contains("certificate rejected by client");
        }
        assertThat(outside.proxy.types()).containsExactly(KUR, CERT_CONF, KUR, CERT_CONF, KUR, CERT_CONF);
    }

    @Test
    void a_request_that_proves_too_little_never_leaves_the_house() throws Exception {
        CertificateAuthority authority = outside.client().authority();
        CertificateAuthority.Request good = outside.request();
        CertificateAuthority.Request unproven = new CertificateAuthority.Request(
                good.key(),
                good.replaced(),
                good.request(),
                TestKey.rsa(2048).sign(good.request()),
                Algorithm.RSA_2048,
                good.notBefore(),
                good.notAfter());
        assertThat(code(authority.update(unproven))).isEqualTo("old-signature-failed");
        TestKey sm2 = TestKey.sm2();
        assertThat(code(authority.enrol(
                        "enrol",
                        Outside.HOLDER,
                        sm2.request(new X500Name(Outside.HOLDER)),
                        Algorithm.SM2,
                        good.notBefore(),
                        good.notAfter())))
                .isEqualTo("algorithm-not-offered");
        assertThat(outside.proxy.seen()).isEmpty();
    }

    @Test
    void a_first_certificate_is_asked_for_by_the_keys_request_and_confirmed_at_once() throws Exception {
        outside.authority(outside.prepared());
        CertificateAuthority.Request as = outside.request();
        issued(outside.client()
                .authority()
                .enrol("enrol/1", Outside.HOLDER, as.request(), Algorithm.RSA_2048, as.notBefore(), as.notAfter()));
        assertThat(outside.proxy.types()).containsExactly(P10CR, CERT_CONF);
    }

    @Test
    void a_longer_rsa_key_is_renewed_as_well() throws Exception {
        TestKey longer = TestKey.rsa(3072);
        outside.authority(outside.prepared(Outside.HOLDER, longer.pair(), Duration.ofDays(365)));
        issued(outside.client().authority().update(outside.request(longer, Algorithm.RSA_3072)));
        assertThat(outside.proxy.types()).containsExactly(KUR);
    }

    @Test
    void a_certificate_is_revoked_once() throws Exception {
        outside.authority(outside.replaced);
        CertificateAuthority authority = outside.client().authority();
        authority.revoke(outside.replaced.getEncoded(), Reason.SUPERSEDED);
        authority.revoke(outside.replaced.getEncoded(), Reason.SUPERSEDED);
        assertThat(outside.proxy.types()).containsExactly(RR);
    }

    @Test
    void a_revocation_that_the_authority_refuses_stays_to_be_done() throws Exception {
        outside.authority(outside.pki.certificate(Outside.HOLDER, outside.freshPair()));
        CertificateAuthority authority = outside.client().authority();
        byte[] certificate = outside.replaced.getEncoded();
        assertThatThrownBy(() -> authority.revoke(certificate, Reason.SUPERSEDED))
                .isInstanceOf(NoAnswer.class)
                .hasMessageContaining("request not accepted");
        outside.authority(outside.replaced, "-pkistatus", "2", "-failure", "10");
        authority.revoke(certificate, Reason.SUPERSEDED);
    }

    @Test
    void a_certificate_that_never_came_to_a_key_is_rejected_not_revoked() throws Exception {
        OpensslServer server = outside.authority(outside.prepared());
        CertificateAuthority authority = outside.client().authority();
        byte[] certificate = issued(authority.update(outside.request())).signing();
        authority.revoke(certificate, Reason.CESSATION_OF_OPERATION);
        authority.revoke(certificate, Reason.CESSATION_OF_OPERATION);
        assertThat(outside.proxy.types()).containsExactly(KUR, CERT_CONF);
        assertThat(server.said()).contains("certificate rejected by client");
        assertThatThrownBy(() -> authority.confirm(certificate)).isInstanceOf(Confirm.TakenBack.class);
    }

    private static Reply.Issued issued(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Issued.class);
        return (Reply.Issued) reply;
    }

    private static String code(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused) reply).code();
    }
}

package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.Test;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/** What the embedded authority signs, what it refuses, and what a crash leaves behind. */
@OnPostgres
class EmbeddedAuthorityTest extends WithAuthority {
    @Test
    void a_renewal_of_sm2_gives_a_pair_of_one_subject_and_two_uses() throws Exception {
        Reply.Issued issued = issued(authority.update(renewal(enrolled(old), fresh)));

        X509CertificateHolder signing = new X509CertificateHolder(issued.signing());
        X509CertificateHolder encryption = new X509CertificateHolder(issued.encryption());
        assertThat(signing.getSubject()).isEqualTo(SUBJECT).isEqualTo(encryption.getSubject());
        assertThat(signing.getSerialNumber()).isNotEqualTo(encryption.getSerialNumber());
        assertThat(signing.getSerialNumber().toByteArray()).hasSize(18).startsWith(0x59);
        assertThat(KeyUsage.fromExtensions(signing.getExtensions()).hasUsages(KeyUsage.digitalSignature))
                .isTrue();
        assertThat(KeyUsage.fromExtensions(encryption.getExtensions()).hasUsages(KeyUsage.digitalSignature))
                .isFalse();
        assertThat(issued.envelope()).isNotEmpty();
        X509CertificateHolder issuing = new X509CertificateHolder(issued.chain().get(0));
        assertThat(signing.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(Signing.PROVIDER)
                        .build(issuing)))
                .isTrue();
    }

    @Test
    void the_same_request_gets_the_same_certificates_byte_for_byte() throws Exception {
        CertificateAuthority.Request request = renewal(enrolled(old), fresh);
        Reply.Issued first = issued(authority.update(request));
        Reply.Issued again = issued(authority.update(request));

        assertThat(again.signing()).isEqualTo(first.signing());
        assertThat(again.encryption()).isEqualTo(first.encryption());
        assertThat(again.envelope()).isEqualTo(first.envelope());
        authority.revoke(request.replaced(), Reason.SUPERSEDED);
        assertThat(issued(authority.update(request)).signing()).isEqualTo(first.signing());
    }

    @Test
    void refuses_another_request_under_a_key_that_was_answered() throws Exception {
        byte[] replaced = enrolled(old);
        CertificateAuthority.Request request = renewal(replaced, fresh);
        authority.update(request);
        CertificateAuthority.Request other = renewal(replaced, TestKey.sm2());

        Reply reply = authority.update(new CertificateAuthority.Request(
                request.key(),
                replaced,
                other.request(),
                other.oldSignature(),
                Algorithm.SM2,
                other.notBefore(),
                other.notAfter()));
        assertThat(code(reply)).isEqualTo("request-key-used");
    }

    @Test
    void refuses_to_replace_what_is_revoked_or_not_its_own() throws Exception {
        byte[] replaced = enrolled(old);
        authority.revoke(replaced, Reason.KEY_COMPROMISE);
        assertThat(code(authority.update(renewal(replaced, fresh)))).isEqualTo("replaced-revoked");

        byte[] foreign = new FoundHierarchy("Another", "http://localhost", clock)
                .found(Algorithm.SM2)
                .hierarchy()
                .issuing()
                .getEncoded();
        assertThat(code(authority.update(renewal(foreign, fresh)))).isIn("csr-subject", "old-signature-failed");
        assertThatThrownBy(() -> authority.revoke(foreign, Reason.SUPERSEDED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_crash_between_specimen_and_signature_leaves_a_record_that_is_revoked_and_never_signed_again()
            throws Exception {
        byte[] replaced = enrolled(old);
        CertificateAuthority.Request request = renewal(replaced, fresh);
        EmbeddedAuthority crashing = with(tbs -> {
            throw new StackOverflowError("killed");
        });
        assertThatThrownBy(() -> crashing.update(request)).isInstanceOf(StackOverflowError.class);

        List<String> left = issuances.unfinished(request.key());
        assertThat(left).hasSize(2);
        Reply.Issued issued = issued(authority.update(request));
        assertThat(issuances.unfinished(request.key())).isEmpty();
        assertThat(left).allSatisfy(serial -> assertThat(revocations.of(serial)).isPresent());
        assertThat(Issuances.hex(new X509CertificateHolder(issued.signing()).getSerialNumber()))
                .isNotIn(left);
    }

    @Test
    void signs_nothing_that_breaks_a_rule() throws Exception {
        byte[] replaced = enrolled(old);
        CertificateAuthority.Request request = renewal(replaced, fresh);
        Reply reply = authority.update(new CertificateAuthority.Request(
                request.key(),
                replaced,
                request.request(),
                request.oldSignature(),
                Algorithm.SM2,
                request.notBefore(),
                request.notBefore().plus(Duration.ofDays(4000))));

        assertThat(code(reply)).isEqualTo("lint-failed");
        assertThat(database.sql("select count(*) from ca_issuance where request_key = ?")
                        .param(request.key())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_revocation_list_names_the_reason_and_its_number_grows() throws Exception {
        Hierarchy sm2 = hierarchies.of(Algorithm.SM2);
        byte[] certificate = enrolled(old);
        long before = number(crlOf(certificate));
        authority.revoke(certificate, Reason.SUPERSEDED);
        authority.revoke(certificate, Reason.KEY_COMPROMISE);

        X509CRLHolder crl = new X509CRLHolder(crlOf(certificate));
        X509CertificateHolder revoked = new X509CertificateHolder(certificate);
        assertThat(number(crl.getEncoded())).isGreaterThan(before);
        assertThat(crl.getRevokedCertificate(revoked.getSerialNumber())).isNotNull();
        assertThat(crl.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(Signing.PROVIDER)
                        .build(sm2.issuing())))
                .isTrue();
    }

    private static long number(byte[] crl) throws Exception {
        return CRLNumber.getInstance(
                        new X509CRLHolder(crl).getExtension(Extension.cRLNumber).getParsedValue())
                .getCRLNumber()
                .longValue();
    }
}

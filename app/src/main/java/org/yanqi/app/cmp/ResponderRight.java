package org.yanqi.app.cmp;

import java.io.IOException;
import java.time.Clock;
import java.util.Date;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Who may answer for an authority (RFC 6960 §4.2.2.2): its own key, or one that it certified itself for that purpose alone. A
 * delegate counts for the time of its certificate; whether that was revoked is not asked, as with id-pkix-ocsp-nocheck.
 */
record ResponderRight(Clock clock) {

    /** @throws IOException if the answer was signed by nobody who may */
    void require(BasicOCSPResp answer, X509CertificateHolder issuer) throws IOException {
        if (!Crypto.isSound(answer.getSignatureAlgorithmID())) {
            throw new IOException("an answer that rests on a broken hash");
        }
        if (isSignedBy(answer, issuer)) {
            return;
        }
        for (X509CertificateHolder one : answer.getCerts()) {
            if (mayAnswer(one, issuer) && isSignedBy(answer, one)) {
                return;
            }
        }
        throw new IOException("an answer signed by nobody who may answer for " + issuer.getSubject());
    }

    private boolean mayAnswer(X509CertificateHolder one, X509CertificateHolder issuer) {
        ExtendedKeyUsage purposes = ExtendedKeyUsage.fromExtensions(one.getExtensions());
        KeyUsage usage = KeyUsage.fromExtensions(one.getExtensions());
        try {
            return purposes != null
                    && purposes.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
                    && (usage == null || usage.hasUsages(KeyUsage.digitalSignature))
                    && one.isValidOn(Date.from(clock.instant()))
                    && one.getIssuer().equals(issuer.getSubject())
                    && Crypto.isSound(one.getSignatureAlgorithm())
                    && one.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .setProvider(Crypto.PROVIDER)
                            .build(issuer.getSubjectPublicKeyInfo()));
        } catch (CertException | OperatorCreationException | RuntimeException e) {
            // a certificate that cannot be verified gives no right
            return false;
        }
    }

    private static boolean isSignedBy(BasicOCSPResp answer, X509CertificateHolder certificate) {
        try {
            return answer.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(Crypto.PROVIDER)
                    .build(certificate.getSubjectPublicKeyInfo()));
        } catch (OCSPException | OperatorCreationException | RuntimeException e) {
            // a key that does not fit the algorithm proves nothing
            return false;
        }
    }
}

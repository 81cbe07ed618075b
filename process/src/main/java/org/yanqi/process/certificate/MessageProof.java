package org.yanqi.process.certificate;

import java.io.IOException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.crmf.CRMFObjectIdentifiers;
import org.bouncycastle.asn1.crmf.CertId;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.POPOSigningKey;
import org.bouncycastle.asn1.crmf.ProofOfPossession;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.CertificateRequestMessage;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * The two proofs of possession of a renewal in one message: a key update request of RFC 4210 §5.3.5, in which the new key
 * signs the request and the old key the whole. Like a PKCS#10 with the old key's signature, the message proves itself to
 * whoever reads it later.
 */
public final class MessageProof {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final ASN1ObjectIdentifier OLD_CERT_ID = CRMFObjectIdentifiers.id_regCtrl.branch("5");

    /** What signatures may be made by; nothing that rests on an older hash. */
    private static final Set<ASN1ObjectIdentifier> SOUND = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            GMObjectIdentifiers.sm2sign_with_sm3);

    private MessageProof() {}

    /** The key update request in these bytes, if they are one with exactly one request in it. */
    private static Optional<CertReqMsg> request(GeneralPKIMessage message) {
        if (message.getBody().getType() != PKIBody.TYPE_KEY_UPDATE_REQ) {
            return Optional.empty();
        }
        CertReqMsg[] all =
                CertReqMessages.getInstance(message.getBody().getContent()).toCertReqMsgArray();
        return all.length == 1 ? Optional.of(all[0]) : Optional.empty();
    }

    /** The key that is to be certified; empty if these bytes are no key update request. */
    public static Optional<SubjectPublicKeyInfo> key(byte[] message) {
        try {
            return request(new GeneralPKIMessage(message))
                    .map(one -> one.getCertReq().getCertTemplate().getPublicKey());
        } catch (IOException | RuntimeException e) {
            // broken bytes come out of the library as exceptions of many kinds, sometimes only when a field is read
            return Optional.empty();
        }
    }

    /**
     * @param replaced the certificate that is renewed
     * @return the code of the first flaw, as those of {@link RequestProof}; empty if there is none
     */
    public static Optional<String> flaw(byte[] message, X509CertificateHolder replaced) {
        try {
            GeneralPKIMessage whole = new GeneralPKIMessage(message);
            CertReqMsg request = request(whole).orElse(null);
            if (request == null || request.getCertReq().getCertTemplate().getPublicKey() == null) {
                return Optional.of("csr-malformed");
            }
            X500Name subject = request.getCertReq().getCertTemplate().getSubject();
            if (subject != null && !subject.equals(replaced.getSubject())) {
                return Optional.of("csr-subject");
            }
            SubjectPublicKeyInfo key = request.getCertReq().getCertTemplate().getPublicKey();
            if (Arrays.equals(
                    key.getPublicKeyData().getBytes(),
                    replaced.getSubjectPublicKeyInfo().getPublicKeyData().getBytes())) {
                return Optional.of("csr-old-key");
            }
            if (!isOf(request, replaced)) {
                return Optional.of("other-certificate");
            }
            if (!possesses(request, key)) {
                return Optional.of("pop-failed");
            }
            return isProtected(whole, replaced) ? Optional.empty() : Optional.of("old-signature-failed");
        } catch (IOException | RuntimeException e) {
            return Optional.of("csr-malformed");
        }
    }

    /** Whether the message was signed as a whole by the key of this certificate. */
    public static boolean isProtected(GeneralPKIMessage message, X509CertificateHolder by) {
        if (!message.hasProtection()) {
            return false;
        }
        try {
            ProtectedPKIMessage whole = new ProtectedPKIMessage(message);
            return !whole.hasPasswordBasedMacProtection()
                    && isSound(whole.getProtectionAlgorithm())
                    && whole.verify(verifier(by.getSubjectPublicKeyInfo()));
        } catch (CMPException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    /** Renewal is bound to issuer and serial; a request need not repeat them, but must not name another certificate. */
    private static boolean isOf(CertReqMsg request, X509CertificateHolder replaced) {
        CertificateRequestMessage message = new CertificateRequestMessage(request);
        if (!message.hasControl(OLD_CERT_ID)) {
            return true;
        }
        CertId named = CertId.getInstance(
                Arrays.stream(request.getCertReq().getControls().toAttributeTypeAndValueArray())
                        .filter(one -> one.getType().equals(OLD_CERT_ID))
                        .findFirst()
                        .orElseThrow()
                        .getValue());
        return named.getSerialNumber().hasValue(replaced.getSerialNumber())
                && named.getIssuer().getTagNo() == GeneralName.directoryName
                && X500Name.getInstance(named.getIssuer().getName()).equals(replaced.getIssuer());
    }

    private static boolean possesses(CertReqMsg request, SubjectPublicKeyInfo key) {
        ProofOfPossession proof = request.getPop();
        if (proof == null || proof.getType() != ProofOfPossession.TYPE_SIGNING_KEY) {
            return false;
        }
        POPOSigningKey signed = POPOSigningKey.getInstance(proof.getObject());
        try {
            return signed.getPoposkInput() == null
                    && isSound(signed.getAlgorithmIdentifier())
                    && new CertificateRequestMessage(request).isValidSigningKeyPOP(verifier(key));
        } catch (CRMFException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isSound(AlgorithmIdentifier signature) {
        return SOUND.contains(signature.getAlgorithm());
    }

    private static ContentVerifierProvider verifier(SubjectPublicKeyInfo key) throws OperatorCreationException {
        return new JcaContentVerifierProviderBuilder().setProvider(PROVIDER).build(key);
    }
}

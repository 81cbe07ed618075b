package org.yanqi.process.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * What a certificate request must prove (certificates.md, Issuing): whole, a strong key of the right kind, possession of
 * the new key, and for a renewal the subject and the signature of the certificate that is replaced. The authority and the
 * update of the key both ask, independently of each other.
 */
public final class RequestProof {
    private static final int LARGEST_RSA = 4096;
    private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(65537);

    private RequestProof() {}

    /**
     * @param request PKCS#10, or a key update request (see {@link MessageProof})
     * @param replaced DER of the certificate that is replaced
     * @return the code of the first flaw: csr-malformed, csr-weak-key, csr-subject, csr-old-key, pop-failed or
     *     old-signature-failed, for a message also other-certificate; empty if there is none
     */
    public static Optional<String> flaw(byte[] request, Algorithm algorithm, byte[] replaced, byte[] oldSignature) {
        X509CertificateHolder old;
        try {
            old = new X509CertificateHolder(replaced);
        } catch (IOException e) {
            throw new IllegalArgumentException("the certificate to replace cannot be read", e);
        }
        Optional<SubjectPublicKeyInfo> inMessage = MessageProof.key(request);
        if (inMessage.isPresent()) {
            // the old key's signature is inside
            return isStrong(inMessage.get(), algorithm) ? MessageProof.flaw(request, old) : Optional.of("csr-weak-key");
        }
        Optional<String> flaw = flawOfFirst(request, algorithm, old.getSubject());
        if (flaw.isPresent()) {
            return flaw;
        }
        SubjectPublicKeyInfo key = parse(request).orElseThrow().getSubjectPublicKeyInfo();
        if (Arrays.equals(
                key.getPublicKeyData().getBytes(),
                old.getSubjectPublicKeyInfo().getPublicKeyData().getBytes())) {
            return Optional.of("csr-old-key");
        }
        return ProofOfKey.signed(old.getSubjectPublicKeyInfo(), request, oldSignature)
                ? Optional.empty()
                : Optional.of("old-signature-failed");
    }

    /** As {@link #flaw}, for a first certificate: nothing is replaced. */
    public static Optional<String> flawOfFirst(byte[] request, Algorithm algorithm, X500Name subject) {
        Optional<PKCS10CertificationRequest> parsed = parse(request);
        if (parsed.isEmpty()) {
            return Optional.of("csr-malformed");
        }
        PKCS10CertificationRequest csr = parsed.get();
        if (!isStrong(csr.getSubjectPublicKeyInfo(), algorithm)) {
            return Optional.of("csr-weak-key");
        }
        if (!csr.getSubject().equals(subject)) {
            return Optional.of("csr-subject");
        }
        return possesses(csr, algorithm) ? Optional.empty() : Optional.of("pop-failed");
    }

    /** The request, if it is PKCS#10 in DER and nothing else. */
    public static Optional<PKCS10CertificationRequest> parse(byte[] request) {
        try {
            PKCS10CertificationRequest csr = new PKCS10CertificationRequest(request);
            boolean whole = Arrays.equals(request, csr.toASN1Structure().getEncoded(ASN1Encoding.DER))
                    && csr.getSubject() != null
                    && csr.getSubjectPublicKeyInfo() != null
                    && csr.getSignature() != null;
            return whole ? Optional.of(csr) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // the library reports broken bytes by exceptions of many kinds, sometimes only when a field is read
            return Optional.empty();
        }
    }

    /** The key that a request, of whichever form, asks a certificate for. */
    public static Optional<SubjectPublicKeyInfo> key(byte[] request) {
        return parse(request)
                .map(PKCS10CertificationRequest::getSubjectPublicKeyInfo)
                .or(() -> MessageProof.key(request));
    }

    private static boolean isStrong(SubjectPublicKeyInfo key, Algorithm algorithm) {
        try {
            return switch (algorithm) {
                case RSA_2048 -> isStrongRsa(key, 2048);
                case RSA_3072 -> isStrongRsa(key, 3072);
                case SM2 ->
                    X9ObjectIdentifiers.id_ecPublicKey.equals(key.getAlgorithm().getAlgorithm())
                            && GMObjectIdentifiers.sm2p256v1.equals(
                                    key.getAlgorithm().getParameters())
                            // throws if the point is not on the curve
                            && PublicKeyFactory.createKey(key) != null;
            };
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isStrongRsa(SubjectPublicKeyInfo key, int weakest) throws IOException {
        if (!PKCSObjectIdentifiers.rsaEncryption.equals(key.getAlgorithm().getAlgorithm())) {
            return false;
        }
        RSAPublicKey rsa = RSAPublicKey.getInstance(key.parsePublicKey());
        int bits = rsa.getModulus().bitLength();
        return bits >= weakest
                && bits <= LARGEST_RSA
                && rsa.getModulus().testBit(0)
                && rsa.getPublicExponent().compareTo(SMALLEST_EXPONENT) >= 0
                && rsa.getPublicExponent().testBit(0);
    }

    private static boolean possesses(PKCS10CertificationRequest csr, Algorithm algorithm) {
        if (!csr.getSignatureAlgorithm()
                .getAlgorithm()
                .equals(ProofOfKey.signatureOf(algorithm).getAlgorithm())) {
            return false;
        }
        try {
            byte[] signed = csr.toASN1Structure().getCertificationRequestInfo().getEncoded(ASN1Encoding.DER);
            return ProofOfKey.signed(csr.getSubjectPublicKeyInfo(), signed, csr.getSignature());
        } catch (IOException e) {
            return false;
        }
    }
}

package org.yanqi.agent.crypto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/** Builds a PKCS#10 request whose signature is made by a key that only signs, and never comes out. */
public final class CertificateRequest {
    private CertificateRequest() {}

    /** Signs data with a private key that stays where it is. */
    @FunctionalInterface
    public interface Signer {
        /** The signature over the data. */
        byte[] sign(byte[] data) throws Exception;
    }

    /**
     * The request in DER.
     *
     * @throws Exception what the signer throws
     */
    public static byte[] build(X500Name subject, byte[] publicKey, Signer signer) throws Exception {
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(publicKey);
        Delegating delegating = new Delegating(KeyAlgorithm.of(key).signatureIdentifier(), signer);
        try {
            return new PKCS10CertificationRequestBuilder(subject, key)
                    .build(delegating)
                    .getEncoded();
        } catch (RuntimeOperatorException wrapped) {
            throw wrapped.getCause() instanceof Exception cause ? cause : wrapped;
        } catch (IOException impossible) {
            throw new IllegalStateException("a request in memory cannot be encoded", impossible);
        }
    }

    private static final class Delegating implements ContentSigner {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final AlgorithmIdentifier algorithm;
        private final Signer signer;

        Delegating(AlgorithmIdentifier algorithm, Signer signer) {
            this.algorithm = algorithm;
            this.signer = signer;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            try {
                return signer.sign(content.toByteArray());
            } catch (Exception refused) {
                throw new RuntimeOperatorException("the key did not sign", refused);
            }
        }
    }
}

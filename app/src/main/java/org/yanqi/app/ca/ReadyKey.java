package org.yanqi.app.ca;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.ContentSigner;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.ProofOfKey;

/**
 * A private key made ready to sign again and again, wherever it lies. An SM2 signer computes its public point and the
 * digest of its user id when it is made ready, which costs as much as a signature: such signers are kept and used again,
 * each by one thread at a time.
 */
final class ReadyKey {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Algorithm algorithm;
    private final PrivateKey key;
    private final Provider provider;
    private final Queue<SM2Signer> ready = new ConcurrentLinkedQueue<>();

    /** @param provider that can use the key; a token's own for a key that never leaves it */
    ReadyKey(Algorithm algorithm, PrivateKey key, Provider provider) {
        this.algorithm = algorithm;
        this.key = key;
        this.provider = provider;
    }

    PrivateKey key() {
        return key;
    }

    /** By the one signature algorithm of this kind of key. */
    byte[] sign(byte[] message) {
        return algorithm == Algorithm.SM2 ? sm2(message) : rsa(message);
    }

    /** For the library's builders. */
    ContentSigner contentSigner() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        return new ContentSigner() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return ProofOfKey.signatureOf(algorithm);
            }

            @Override
            public OutputStream getOutputStream() {
                return content;
            }

            @Override
            public byte[] getSignature() {
                return sign(content.toByteArray());
            }
        };
    }

    private byte[] sm2(byte[] message) {
        try {
            SM2Signer signer = ready.poll();
            if (signer == null) {
                AsymmetricKeyParameter parameters = PrivateKeyFactory.createKey(key.getEncoded());
                signer = new SM2Signer();
                signer.init(true, new ParametersWithRandom(parameters, RANDOM));
            }
            signer.update(message, 0, message.length);
            byte[] signature = signer.generateSignature();
            // one that threw is not given back
            ready.add(signer);
            return signature;
        } catch (IOException | CryptoException e) {
            throw new IllegalStateException("cannot sign with SM2", e);
        }
    }

    private byte[] rsa(byte[] message) {
        try {
            Signature signature = Signature.getInstance(Signing.nameOf(algorithm), provider);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with RSA", e);
        }
    }
}

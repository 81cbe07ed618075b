package org.yanqi.app.cmp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Who protects our messages: the registration authority that this product is, or an end entity whose key our side holds.
 *
 * @param chain issuers of the certificate, for a peer that may not know them
 */
record Station(X509CertificateHolder certificate, List<X509CertificateHolder> chain, PrivateKey key)
        implements Protection {

    /** @throws IllegalStateException if there is no key with a certificate in this file, or the password is wrong */
    static Station of(@Nullable Path pkcs12, String password) {
        if (pkcs12 == null) {
            throw new IllegalStateException("yanqi.cmp.key-store is not set, nor is yanqi.cmp.mac.secret");
        }
        try (InputStream in = Files.newInputStream(pkcs12)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    List<X509CertificateHolder> certificates = new ArrayList<>();
                    for (Certificate one : store.getCertificateChain(alias)) {
                        certificates.add(new X509CertificateHolder(one.getEncoded()));
                    }
                    PrivateKey key = (PrivateKey) store.getKey(alias, password.toCharArray());
                    return new Station(
                            certificates.get(0), List.copyOf(certificates.subList(1, certificates.size())), key);
                }
            }
            throw new IllegalStateException("yanqi.cmp.key-store holds no key: " + pkcs12);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "cannot open yanqi.cmp.key-store " + pkcs12 + "; is yanqi.cmp.key-store-password right?", e);
        }
    }

    @Override
    public GeneralName sender() {
        return new GeneralName(certificate.getSubject());
    }

    @Override
    public void introduce(ProtectedPKIMessageBuilder message) {
        message.addCMPCertificate(certificate);
        chain.forEach(message::addCMPCertificate);
        Extension identifier = certificate.getExtension(Extension.subjectKeyIdentifier);
        if (identifier != null) {
            message.setSenderKID(SubjectKeyIdentifier.getInstance(identifier.getParsedValue())
                    .getKeyIdentifier());
        }
    }

    @Override
    public ProtectedPKIMessage protect(ProtectedPKIMessageBuilder message) throws CMPException {
        return message.build(signer(certificate.getSubjectPublicKeyInfo(), key));
    }

    /** Signs by the algorithm that goes with this kind of key. */
    static ContentSigner signer(SubjectPublicKeyInfo publicKey, PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(signatureOf(publicKey))
                    .setProvider(Crypto.PROVIDER)
                    .build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("cannot sign with a key of this kind", e);
        }
    }

    private static String signatureOf(SubjectPublicKeyInfo key) {
        if (PKCSObjectIdentifiers.rsaEncryption.equals(key.getAlgorithm().getAlgorithm())) {
            return "SHA256withRSA";
        }
        return GMObjectIdentifiers.sm2p256v1.equals(key.getAlgorithm().getParameters())
                ? "SM3withSM2"
                : "SHA256withECDSA";
    }
}

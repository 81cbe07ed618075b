package org.yanqi.agent.software;

import java.io.IOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.key.SignedRequest;

/** A container as stored in one file; private keys are sealed PKCS#8, everything else is what a key shows openly. */
record ContainerFile(
        String id,
        ContainerState state,
        KeyAlgorithm algorithm,
        byte[] publicKey,
        byte[] sealedKey,
        byte @Nullable [] certificate,
        byte @Nullable [] sealedEncryptionKey,
        byte @Nullable [] encryptionCertificate,
        @Nullable String item,
        byte @Nullable [] csr,
        byte @Nullable [] oldSignature) {

    Container open() throws IOException {
        SignedRequest request = csr == null || oldSignature == null ? null : new SignedRequest(csr, oldSignature);
        return new Container(
                id, state, algorithm, publicKey, parse(certificate), parse(encryptionCertificate), item, request);
    }

    private static @Nullable X509CertificateHolder parse(byte @Nullable [] der) throws IOException {
        return der == null ? null : new X509CertificateHolder(der);
    }

    ContainerFile withState(ContainerState next) {
        return new ContainerFile(
                id,
                next,
                algorithm,
                publicKey,
                sealedKey,
                certificate,
                sealedEncryptionKey,
                encryptionCertificate,
                item,
                csr,
                oldSignature);
    }

    ContainerFile withRequest(SignedRequest request) {
        return new ContainerFile(
                id,
                state,
                algorithm,
                publicKey,
                sealedKey,
                certificate,
                sealedEncryptionKey,
                encryptionCertificate,
                item,
                request.csr(),
                request.oldSignature());
    }

    ContainerFile withCertificate(byte[] der) {
        return new ContainerFile(
                id,
                state,
                algorithm,
                publicKey,
                sealedKey,
                der,
                sealedEncryptionKey,
                encryptionCertificate,
                item,
                csr,
                oldSignature);
    }

    ContainerFile withEncryption(byte[] sealed, byte[] der) {
        return new ContainerFile(
                id, state, algorithm, publicKey, sealedKey, certificate, sealed, der, item, csr, oldSignature);
    }
}

package org.yanqi.app.ca;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.yanqi.process.certificate.Algorithm;

/**
 * The authority's RSA keys in a PKCS#11 token: made there, never out of it. SM2 is no mechanism of PKCS#11 2.40 and unknown
 * to the JDK's bridge, so SM2 keys cannot lie here.
 */
final class TokenKeys implements KeyStores {
    private static final String CONFIGURATION = """
        --name = yanqi-%1$s
        library = %2$s
        %3$s
        attributes(generate, CKO_PRIVATE_KEY, CKK_RSA) = {
          CKA_TOKEN = false
          CKA_PRIVATE = true
          CKA_SENSITIVE = true
          CKA_EXTRACTABLE = false
          CKA_SIGN = true
        }
        attributes(generate, CKO_PUBLIC_KEY, CKK_RSA) = {
          CKA_VERIFY = true
        }
        """;

    private final Provider provider;
    private final KeyStore store;
    private final String name;

    /** @throws IllegalStateException if there is no such token, or the PIN does not open it */
    TokenKeys(CaProperties.Token token) {
        Path library = token.library();
        if (library == null) {
            throw new IllegalStateException(
                    "yanqi.ca.keys is pkcs11: set yanqi.ca.pkcs11.library to the token's shared library");
        }
        String slot = token.slot() == null ? "slotListIndex = 0" : "slot = " + token.slot();
        this.name = library.getFileName() + ", " + slot;
        try {
            Provider bridge = Security.getProvider("SunPKCS11");
            if (bridge == null) {
                throw new IllegalStateException("this JDK has no SunPKCS11 (module jdk.crypto.cryptoki)");
            }
            this.provider = bridge.configure(
                    CONFIGURATION.formatted(Integer.toHexString(name.hashCode()), library.toAbsolutePath(), slot));
            this.store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, token.pin().toCharArray());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException(
                    "the token " + name + " does not open: look at yanqi.ca.pkcs11.library, .slot and .pin", e);
        }
    }

    @Override
    public Optional<Hierarchy> load(Algorithm algorithm) {
        try {
            Certificate[] chain = store.getCertificateChain(alias(algorithm, "issuing"));
            if (chain == null) {
                return Optional.empty();
            }
            Certificate root = chain.length > 1 ? chain[1] : store.getCertificate(alias(algorithm, "root"));
            return Optional.of(new Hierarchy(
                    algorithm,
                    new X509CertificateHolder(root.getEncoded()),
                    new X509CertificateHolder(chain[0].getEncoded()),
                    new ReadyKey(algorithm, (PrivateKey) store.getKey(alias(algorithm, "issuing"), null), provider)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the authority's key in " + name + " cannot be used", e);
        }
    }

    @Override
    public Optional<RootList.Root> root(Algorithm algorithm) {
        String alias = alias(algorithm, "root");
        try {
            return store.getKey(alias, null) instanceof PrivateKey key
                    ? Optional.of(new RootList.Root(
                            new X509CertificateHolder(
                                    store.getCertificate(alias).getEncoded()),
                            new ReadyKey(algorithm, key, provider)))
                    : Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the root's key in " + name + " cannot be used", e);
        }
    }

    @Override
    public boolean holdsAny(Algorithm algorithm) {
        try {
            return store.containsAlias(alias(algorithm, "issuing")) || store.containsAlias(alias(algorithm, "root"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the token " + name + " does not answer", e);
        }
    }

    @Override
    public KeyPair newPair(Algorithm algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", provider);
            generator.initialize(Signing.RSA_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the token " + name + " makes no RSA key", e);
        }
    }

    @Override
    public Provider provider() {
        return provider;
    }

    @Override
    public void keep(FoundHierarchy.Founded founded) {
        Hierarchy made = founded.hierarchy();
        try {
            JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
            Certificate root = converter.getCertificate(made.root());
            Certificate issuing = converter.getCertificate(made.issuing());
            // the root first: an issuing key means that the ceremony is complete
            store.setKeyEntry(
                    alias(made.algorithm(), "root"), founded.root().getPrivate(), null, new Certificate[] {root});
            store.setKeyEntry(alias(made.algorithm(), "issuing"), made.key(), null, new Certificate[] {issuing, root});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot keep the authority's key in " + name, e);
        }
    }

    @Override
    public String describe() {
        return "PKCS#11 token " + name;
    }

    private static String alias(Algorithm algorithm, String what) {
        return "yanqi-" + Hierarchy.slugOf(algorithm) + "-" + what;
    }
}

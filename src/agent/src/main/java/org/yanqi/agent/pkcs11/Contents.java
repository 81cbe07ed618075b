package org.yanqi.agent.pkcs11;

import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_CERTIFICATE_TYPE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_CLASS;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_ID;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_LABEL;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_VALUE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKC_X_509;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKO_CERTIFICATE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKO_PUBLIC_KEY;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.ContainerState;
import sun.security.pkcs11.wrapper.CK_ATTRIBUTE;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/** Reads the pairs on a token from what it shows without a PIN: public keys and certificates that share an id. */
final class Contents {
    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    private final Session session;

    Contents(Session session) {
        this.session = session;
    }

    /** The pairs, oldest first. */
    List<Container> read() throws PKCS11Exception {
        Map<String, Found> byId = new TreeMap<>(PairId.OLDEST_FIRST);
        for (long key : session.find(new CK_ATTRIBUTE(CKA_CLASS, CKO_PUBLIC_KEY))) {
            Found found = found(byId, key);
            found.key = publicKey(key);
            found.label = Label.of(session.text(key, CKA_LABEL)).orElse(null);
        }
        for (long object : session.find(
                new CK_ATTRIBUTE(CKA_CLASS, CKO_CERTIFICATE), new CK_ATTRIBUTE(CKA_CERTIFICATE_TYPE, CKC_X_509))) {
            certificate(object).ifPresent(found(byId, object).certificates::add);
        }
        List<Container> containers = new ArrayList<>();
        for (Map.Entry<String, Found> entry : byId.entrySet()) {
            container(entry.getKey(), entry.getValue(), byId.values()).ifPresent(containers::add);
        }
        return containers;
    }

    private Found found(Map<String, Found> byId, long object) throws PKCS11Exception {
        return byId.computeIfAbsent(PairId.of(session.bytes(object, CKA_ID)), id -> new Found());
    }

    private Optional<Container> container(String id, Found found, Iterable<Found> all) throws PKCS11Exception {
        SubjectPublicKeyInfo key = found.publicKey();
        Label label = found.label;
        if (key == null || (label == null && found.certificates.isEmpty())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Container(
                    id,
                    found.state(all),
                    KeyAlgorithm.of(key),
                    key.getEncoded(),
                    found.certificate(),
                    null,
                    label == null ? null : label.item(),
                    new Journal(session).read(id)));
        } catch (IllegalArgumentException | IOException unknown) {
            LOG.debug("a pair of a kind that is not used here", unknown);
            return Optional.empty();
        }
    }

    private @Nullable SubjectPublicKeyInfo publicKey(long key) throws PKCS11Exception {
        try {
            return PublicParts.read(session, key).orElse(null);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.debug("a public key that cannot be read", unreadable);
            return null;
        }
    }

    private Optional<X509CertificateHolder> certificate(long object) throws PKCS11Exception {
        try {
            return Optional.of(new X509CertificateHolder(session.bytes(object, CKA_VALUE)));
        } catch (IOException unreadable) {
            LOG.debug("a certificate that cannot be read", unreadable);
            return Optional.empty();
        }
    }

    /** What shares one id. */
    private static final class Found {
        final List<X509CertificateHolder> certificates = new ArrayList<>();

        @Nullable
        SubjectPublicKeyInfo key;

        @Nullable
        Label label;

        @Nullable
        SubjectPublicKeyInfo publicKey() {
            X509CertificateHolder own = certificates.isEmpty() ? null : certificates.get(0);
            return key == null && own != null ? own.getSubjectPublicKeyInfo() : key;
        }

        /** The youngest certificate of this pair. */
        @Nullable
        X509CertificateHolder certificate() {
            SubjectPublicKeyInfo pair = publicKey();
            return certificates.stream()
                    .filter(one -> one.getSubjectPublicKeyInfo().equals(pair))
                    .max(Comparator.comparing(X509CertificateHolder::getNotAfter))
                    .orElse(null);
        }

        ContainerState state(Iterable<Found> all) {
            if (label != null && !label.activated()) {
                return ContainerState.NEW;
            }
            boolean later = false;
            for (Found other : all) {
                if (later && other.label != null && other.label.activated() && isSameHolder(other)) {
                    return ContainerState.OLD;
                }
                later = later || other == this;
            }
            return ContainerState.CURRENT;
        }

        /** A renewal keeps the subject; a pair of somebody else's on the same key is not replaced by it. */
        private boolean isSameHolder(Found other) {
            X509CertificateHolder mine = certificate();
            X509CertificateHolder others = other.certificate();
            return mine != null && others != null && mine.getSubject().equals(others.getSubject());
        }
    }
}

package org.yanqi.agent.pkcs11;

import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_CERTIFICATE_TYPE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_CLASS;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_ID;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_ISSUER;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_LABEL;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_PRIVATE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_SERIAL_NUMBER;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_SUBJECT;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_TOKEN;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_VALUE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKC_X_509;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKO_CERTIFICATE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKO_PRIVATE_KEY;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.KeyTrouble.Kind;
import org.yanqi.agent.key.SignedRequest;
import org.yanqi.agent.key.UnlockedKey;
import sun.security.pkcs11.wrapper.CK_ATTRIBUTE;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/** A token while its user is logged in. */
final class UnlockedPkcs11Key implements UnlockedKey {
    private static final Logger LOG = LoggerFactory.getLogger(UnlockedPkcs11Key.class);

    private final Pkcs11Key key;
    private final Session session;

    UnlockedPkcs11Key(Pkcs11Key key, Session session) {
        this.key = key;
        this.session = session;
    }

    @Override
    public Container generate(KeyAlgorithm algorithm, String item) throws KeyTrouble {
        return doing(Kind.UNREADABLE, () -> {
            String id = PairId.next(new Contents(session).read());
            TokenPairs.generate(session, algorithm, id, new Label(false, item).text());
            return container(id);
        });
    }

    @Override
    public byte[] sign(String container, byte[] data) throws KeyTrouble {
        return doing(
                Kind.UNREADABLE,
                () -> TokenPairs.sign(session, container(container).algorithm(), privateKey(container), data));
    }

    @Override
    public byte[] decrypt(String container, byte[] encrypted) throws KeyTrouble {
        return doing(Kind.NOT_DECRYPTED, () -> {
            Container pair = container(container);
            if (!pair.algorithm().isRsa()) {
                throw new KeyTrouble(Kind.NOT_DECRYPTED, "a pair of this kind does not decrypt");
            }
            return TokenPairs.decrypt(session, privateKey(container), encrypted);
        });
    }

    @Override
    public void keepRequest(String container, SignedRequest request) throws KeyTrouble {
        doing(Kind.WRITE_FAILED, () -> {
            new Journal(session).write(container, request);
            return true;
        });
    }

    @Override
    public void writeCertificate(String container, X509CertificateHolder certificate) throws KeyTrouble {
        doing(Kind.WRITE_FAILED, () -> {
            Container pair = container(container);
            byte[] publicKey = certificate.getSubjectPublicKeyInfo().getEncoded();
            if (!Arrays.equals(pair.publicKey(), publicKey)) {
                throw new KeyTrouble(Kind.WRITE_FAILED, "the certificate belongs to another key");
            }
            List<Long> before = session.find(
                    new CK_ATTRIBUTE(CKA_CLASS, CKO_CERTIFICATE), new CK_ATTRIBUTE(CKA_ID, PairId.bytes(container)));
            if (!certificate.equals(pair.certificate())) {
                write(container, certificate);
            }
            for (long other : before) {
                if (!Arrays.equals(session.bytes(other, CKA_VALUE), certificate.getEncoded())) {
                    session.destroy(other);
                }
            }
            return true;
        });
    }

    private void write(String container, X509CertificateHolder certificate) throws PKCS11Exception, IOException {
        session.create(
                new CK_ATTRIBUTE(CKA_CLASS, CKO_CERTIFICATE),
                new CK_ATTRIBUTE(CKA_CERTIFICATE_TYPE, CKC_X_509),
                new CK_ATTRIBUTE(CKA_TOKEN, true),
                new CK_ATTRIBUTE(CKA_PRIVATE, false),
                new CK_ATTRIBUTE(CKA_ID, PairId.bytes(container)),
                new CK_ATTRIBUTE(CKA_LABEL, "yanqi".toCharArray()),
                new CK_ATTRIBUTE(CKA_SUBJECT, certificate.getSubject().getEncoded()),
                new CK_ATTRIBUTE(CKA_ISSUER, certificate.getIssuer().getEncoded()),
                new CK_ATTRIBUTE(CKA_SERIAL_NUMBER, new ASN1Integer(certificate.getSerialNumber()).getEncoded()),
                new CK_ATTRIBUTE(CKA_VALUE, certificate.getEncoded()));
    }

    /** An SM2EnvelopedKey comes for SM2 pairs only, and PKCS#11 v2.40 has none. */
    @Override
    public void importEncryption(String container, X509CertificateHolder certificate, byte[] envelope)
            throws KeyTrouble {
        throw new KeyTrouble(Kind.IMPORT_FAILED, "a PKCS#11 key takes no SM2 encryption pair");
    }

    private Container container(String id) throws PKCS11Exception, KeyTrouble {
        return new Contents(session)
                .read().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new KeyTrouble(Kind.UNREADABLE, "the pair is gone"));
    }

    private long privateKey(String id) throws PKCS11Exception, KeyTrouble {
        return session.first(new CK_ATTRIBUTE(CKA_CLASS, CKO_PRIVATE_KEY), new CK_ATTRIBUTE(CKA_ID, PairId.bytes(id)))
                .orElseThrow(() -> new KeyTrouble(Kind.UNREADABLE, "the private key is gone"));
    }

    @Override
    public void close() {
        try {
            session.logout();
            session.close();
        } catch (PKCS11Exception gone) {
            LOG.info("the token was gone before it was closed: {}", gone.getMessage());
        }
    }

    private <T> T doing(Kind otherwise, Act<T> act) throws KeyTrouble {
        key.requireSame();
        try {
            return act.run();
        } catch (PKCS11Exception refused) {
            throw Answers.trouble(refused, otherwise);
        } catch (IOException | GeneralSecurityException failed) {
            throw new KeyTrouble(otherwise, "the key cannot do that", failed);
        }
    }

    /** Something done with the token. */
    @FunctionalInterface
    private interface Act<T> {
        T run() throws PKCS11Exception, IOException, GeneralSecurityException, KeyTrouble;
    }
}

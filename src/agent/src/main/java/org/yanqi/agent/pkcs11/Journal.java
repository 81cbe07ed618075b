package org.yanqi.agent.pkcs11;

import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_APPLICATION;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_CLASS;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_LABEL;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_PRIVATE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_TOKEN;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_VALUE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKO_DATA;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.key.SignedRequest;
import sun.security.pkcs11.wrapper.CK_ATTRIBUTE;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/** The requests as first sent, each in a data object beside its pair, so that whichever machine goes on sends the same. */
final class Journal {
    private static final char[] APPLICATION = "yanqi".toCharArray();

    private final Session session;

    Journal(Session session) {
        this.session = session;
    }

    @Nullable
    SignedRequest read(String id) throws PKCS11Exception {
        Optional<Long> object = object(id);
        if (object.isEmpty()) {
            return null;
        }
        ASN1Sequence parts = ASN1Sequence.getInstance(session.bytes(object.get(), CKA_VALUE));
        return new SignedRequest(octets(parts, 0), octets(parts, 1));
    }

    void write(String id, SignedRequest request) throws PKCS11Exception, IOException {
        byte[] value = new DERSequence(new ASN1Encodable[] {
                    new DEROctetString(request.csr()), new DEROctetString(request.oldSignature())
                })
                .getEncoded();
        Optional<Long> object = object(id);
        if (object.isPresent()) {
            session.change(object.get(), new CK_ATTRIBUTE(CKA_VALUE, value));
        } else {
            session.create(
                    new CK_ATTRIBUTE(CKA_CLASS, CKO_DATA),
                    new CK_ATTRIBUTE(CKA_TOKEN, true),
                    new CK_ATTRIBUTE(CKA_PRIVATE, false),
                    new CK_ATTRIBUTE(CKA_APPLICATION, APPLICATION),
                    new CK_ATTRIBUTE(CKA_LABEL, id.toCharArray()),
                    new CK_ATTRIBUTE(CKA_VALUE, value));
        }
    }

    private Optional<Long> object(String id) throws PKCS11Exception {
        return session.first(
                new CK_ATTRIBUTE(CKA_CLASS, CKO_DATA),
                new CK_ATTRIBUTE(CKA_APPLICATION, APPLICATION),
                new CK_ATTRIBUTE(CKA_LABEL, id.toCharArray()));
    }

    private static byte[] octets(ASN1Sequence parts, int at) {
        return ASN1OctetString.getInstance(parts.getObjectAt(at)).getOctets();
    }
}

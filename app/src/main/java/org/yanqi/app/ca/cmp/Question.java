package org.yanqi.app.ca.cmp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message whose sender is known: protected by the key of a certificate of this house.
 *
 * @param der the message as it came
 * @param certificate of the sender
 */
record Question(GeneralPKIMessage message, byte[] der, X509CertificateHolder certificate, byte[] encoded) {

    int type() {
        return message.getBody().getType();
    }

    ASN1Encodable content() {
        return message.getBody().getContent();
    }

    String transaction() {
        return HexFormat.of().formatHex(message.getHeader().getTransactionID().getOctets());
    }

    @Nullable
    String answeredNonce() {
        ASN1OctetString nonce = message.getHeader().getRecipNonce();
        return nonce == null ? null : HexFormat.of().formatHex(nonce.getOctets());
    }

    byte[] protection() {
        return message.toASN1Structure().getProtection().getBytes();
    }

    /** By which a dialogue knows its holder. */
    String askedBy() {
        return fingerprint(encoded);
    }

    static String fingerprint(byte[] certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Question of(GeneralPKIMessage message, byte[] der, X509CertificateHolder certificate) throws IOException {
        return new Question(message, der, certificate, certificate.getEncoded());
    }
}

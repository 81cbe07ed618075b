package org.yanqi.app.ca.cmp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CertOrEncCert;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.CertifiedKeyPair;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIHeaderBuilder;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollRepContent;
import org.bouncycastle.asn1.cmp.RevRepContentBuilder;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.jspecify.annotations.Nullable;

/** What the authority says: bodies, and the envelope around them with the nonces in their places. */
final class Say {
    private static final int NONCE_BYTES = 16;
    private static final BigInteger REQUEST = BigInteger.ZERO;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Say() {}

    /** A nonce of ours, hexadecimal. */
    static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static PKIBody issued(X509CertificateHolder certificate) {
        return updated(new CertResponse(
                new ASN1Integer(REQUEST),
                new PKIStatusInfo(PKIStatus.granted),
                new CertifiedKeyPair(new CertOrEncCert(new CMPCertificate(certificate.toASN1Structure()))),
                null));
    }

    static PKIBody waiting() {
        return updated(new CertResponse(new ASN1Integer(REQUEST), new PKIStatusInfo(PKIStatus.waiting)));
    }

    static PKIBody refused(int failure, String words) {
        return updated(new CertResponse(new ASN1Integer(REQUEST), status(failure, words)));
    }

    static PKIBody askAgain(Duration pause) {
        return new PKIBody(
                PKIBody.TYPE_POLL_REP,
                new PollRepContent(new ASN1Integer(REQUEST), new ASN1Integer(Math.max(1, pause.toSeconds()))));
    }

    static PKIBody confirmed() {
        return new PKIBody(PKIBody.TYPE_CONFIRM, DERNull.INSTANCE);
    }

    /** @param failure 0 if the certificate is revoked */
    static PKIBody revoked(int failure, String words) {
        return new PKIBody(
                PKIBody.TYPE_REVOCATION_REP,
                new RevRepContentBuilder()
                        .add(failure == 0 ? new PKIStatusInfo(PKIStatus.granted) : status(failure, words))
                        .build());
    }

    static PKIBody error(int failure, String words) {
        return new PKIBody(PKIBody.TYPE_ERROR, new ErrorMsgContent(status(failure, words)));
    }

    /** In answer to {@code asked}, signed by the authority. */
    static byte[] as(Speaker speaker, PKIHeader asked, String nonce, PKIBody body, Clock clock) {
        ProtectedPKIMessageBuilder message = new ProtectedPKIMessageBuilder(
                        PKIHeader.CMP_2000,
                        new GeneralName(speaker.certificate().getSubject()),
                        asked.getSender())
                .setMessageTime(Date.from(clock.instant()))
                .setSenderNonce(HexFormat.of().parseHex(nonce))
                .addCMPCertificate(speaker.certificate())
                .setBody(body);
        speaker.issuers().forEach(message::addCMPCertificate);
        byte[] transaction = octets(asked.getTransactionID());
        byte[] theirs = octets(asked.getSenderNonce());
        if (transaction != null) {
            message.setTransactionID(transaction);
        }
        if (theirs != null) {
            message.setRecipNonce(theirs);
        }
        try {
            return message.build(speaker.signer()).toASN1Structure().getEncoded();
        } catch (CMPException | IOException e) {
            throw new IllegalStateException("cannot sign an answer", e);
        }
    }

    /** To somebody who is not known: no signature is spent on strangers. */
    static byte[] unsigned(PKIHeader asked, PKIBody body) throws IOException {
        PKIHeaderBuilder header = new PKIHeaderBuilder(PKIHeader.CMP_2000, PKIHeader.NULL_NAME, asked.getSender());
        ASN1OctetString transaction = asked.getTransactionID();
        ASN1OctetString nonce = asked.getSenderNonce();
        if (transaction != null) {
            header.setTransactionID(transaction);
        }
        if (nonce != null) {
            header.setRecipNonce(nonce);
        }
        return new PKIMessage(header.build(), body).getEncoded();
    }

    private static PKIBody updated(CertResponse response) {
        return new PKIBody(PKIBody.TYPE_KEY_UPDATE_REP, new CertRepMessage(null, new CertResponse[] {response}));
    }

    private static PKIStatusInfo status(int failure, String words) {
        return new PKIStatusInfo(
                PKIStatus.rejection, new PKIFreeText(new DERUTF8String(words)), new PKIFailureInfo(failure));
    }

    private static byte @Nullable [] octets(@Nullable ASN1OctetString string) {
        return string == null ? null : string.getOctets();
    }
}

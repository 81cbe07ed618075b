package org.yanqi.app.ca.cmp;

import java.io.IOException;
import java.time.Clock;
import java.util.Date;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.MessageProof;

/** Finds out who sent a message: the holder of the certificate whose key protects it, if the certificate is one of ours. */
@Component
@ConditionalOnProperty("yanqi.ca.cmp.enabled")
class Recognise {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 64;
    private static final int MOST_CERTIFICATES = 8;

    private final Speaker.Directory speakers;
    private final UpdateDesk desk;
    private final Clock clock;

    Recognise(Speaker.Directory speakers, UpdateDesk desk, Clock clock) {
        this.speakers = speakers;
        this.desk = desk;
        this.clock = clock;
    }

    /** @throws Fault if the sender is not the holder of a certificate of ours; that it still counts is another question */
    Question sender(byte[] der, GeneralPKIMessage message) throws Fault {
        PKIHeader header = message.getHeader();
        int version = header.getPvno().intValueExact();
        require(
                version == PKIHeader.CMP_2000 || version == PKIHeader.CMP_2021,
                PKIFailureInfo.unsupportedVersion,
                "version 2 or 3 of CMP is spoken here");
        require(isOfSize(header.getTransactionID()), PKIFailureInfo.badRequest, "the transactionID has a wrong length");
        require(isOfSize(header.getSenderNonce()), PKIFailureInfo.badSenderNonce, "the senderNonce has a wrong length");
        require(
                message.hasProtection() && header.getProtectionAlg() != null,
                PKIFailureInfo.badMessageCheck,
                "messages must be signed with the certificate that is updated");
        X509CertificateHolder certificate = certificate(message);
        require(
                speakers.of(certificate.getIssuer()).isPresent(),
                PKIFailureInfo.signerNotTrusted,
                "the sender's certificate is not of this authority");
        try {
            Question question = Question.of(message, der, certificate);
            require(
                    desk.validity(question.encoded()) != UpdateDesk.Validity.UNKNOWN,
                    PKIFailureInfo.signerNotTrusted,
                    "the sender's certificate is not of this authority");
            require(
                    MessageProof.isProtected(message, certificate),
                    PKIFailureInfo.badMessageCheck,
                    "the signature of the message does not hold");
            return question;
        } catch (IOException e) {
            throw new Fault(PKIFailureInfo.badDataFormat, "the sender's certificate cannot be read");
        }
    }

    /** @throws Fault if the sender's certificate expired or was revoked */
    void requireCurrent(Question question) throws Fault {
        require(
                question.certificate().isValidOn(Date.from(clock.instant())),
                PKIFailureInfo.signerNotTrusted,
                "the certificate has expired");
        require(
                desk.validity(question.encoded()) == UpdateDesk.Validity.CURRENT,
                PKIFailureInfo.certRevoked,
                "the certificate was revoked");
    }

    private static X509CertificateHolder certificate(GeneralPKIMessage message) throws Fault {
        GeneralName sender = message.getHeader().getSender();
        CMPCertificate[] enclosed = message.toASN1Structure().getExtraCerts();
        if (enclosed != null
                && enclosed.length <= MOST_CERTIFICATES
                && sender.getTagNo() == GeneralName.directoryName) {
            X500Name name = X500Name.getInstance(sender.getName());
            for (CMPCertificate one : enclosed) {
                if (one.isX509v3PKCert() && one.getX509v3PKCert().getSubject().equals(name)) {
                    return new X509CertificateHolder(one.getX509v3PKCert());
                }
            }
        }
        throw new Fault(PKIFailureInfo.badMessageCheck, "the sender's certificate must be enclosed (extraCerts)");
    }

    private static boolean isOfSize(@Nullable ASN1OctetString octets) {
        return octets != null && octets.getOctetsLength() >= SHORTEST && octets.getOctetsLength() <= LONGEST;
    }

    private static void require(boolean condition, int failure, String otherwise) throws Fault {
        if (!condition) {
            throw new Fault(failure, otherwise);
        }
    }
}

package org.yanqi.app.cmp;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.CertConfirmContent;
import org.bouncycastle.asn1.cmp.CertStatus;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollReqContent;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.CRMFObjectIdentifiers;
import org.bouncycastle.asn1.crmf.CertId;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertTemplateBuilder;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.CertificateRequestMessageBuilder;
import org.bouncycastle.cert.crmf.Control;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Writes the messages that go to the authority (RFC 4210 §5, with the choices of RFC 9483). */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class Compose {
    private static final ASN1ObjectIdentifier OLD_CERT_ID = CRMFObjectIdentifiers.id_regCtrl.branch("5");

    private final CmpProperties properties;
    private final Clock clock;

    Compose(CmpProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A kur for the key and the names that are wanted, bound to the certificate that is replaced.
     *
     * @param possession signs with the new key; null if the sender is a registration authority that has verified it (RFC 4210 §5.2.8.4)
     */
    byte[] update(
            Protection station,
            byte[] transaction,
            Wanted wanted,
            X509CertificateHolder replaced,
            @Nullable ContentSigner possession) {
        CertificateRequestMessageBuilder request = new CertificateRequestMessageBuilder(BigInteger.ZERO)
                .setSubject(wanted.subject())
                .setPublicKey(wanted.key())
                .setValidity(Date.from(wanted.notBefore()), Date.from(wanted.notAfter()))
                .addControl(new OldCertificate(replaced));
        if (possession == null) {
            request.setProofOfPossessionRaVerified();
        } else {
            request.setProofOfPossessionSigningKeySigner(possession);
        }
        try {
            CertReqMessages requests = new CertReqMessages(request.build().toASN1Structure());
            return opening(station, transaction, new PKIBody(PKIBody.TYPE_KEY_UPDATE_REQ, requests));
        } catch (CRMFException e) {
            throw new IllegalStateException("cannot write a key update request", e);
        }
    }

    /** A p10cr: the proof of possession travels as the new key made it. */
    byte[] pkcs10(Protection station, byte[] transaction, PKCS10CertificationRequest request) {
        return opening(station, transaction, new PKIBody(PKIBody.TYPE_P10_CERT_REQ, request.toASN1Structure()));
    }

    byte[] revocation(Protection station, byte[] transaction, X509CertificateHolder certificate, int reason) {
        CertTemplateBuilder which = new CertTemplateBuilder()
                .setIssuer(certificate.getIssuer())
                .setSerialNumber(certificate.toASN1Structure().getSerialNumber());
        try {
            ExtensionsGenerator details = new ExtensionsGenerator();
            details.addExtension(Extension.reasonCode, false, CRLReason.lookup(reason));
            Extensions why = details.generate();
            return opening(
                    station,
                    transaction,
                    new PKIBody(PKIBody.TYPE_REVOCATION_REQ, new RevReqContent(new RevDetails(which.build(), why))));
        } catch (IOException e) {
            throw new IllegalStateException("cannot write a revocation request", e);
        }
    }

    byte[] poll(Protection station, Transaction transaction) {
        return following(
                station,
                transaction,
                new PKIBody(
                        PKIBody.TYPE_POLL_REQ,
                        new PollReqContent(BigInteger.valueOf(transaction.kind().requestId()))));
    }

    /** @param flaw why the certificate is rejected; null if it is accepted */
    byte[] confirmation(
            Protection station, Transaction transaction, X509CertificateHolder certificate, @Nullable String flaw) {
        PKIStatusInfo status = flaw == null
                ? new PKIStatusInfo(PKIStatus.granted)
                : new PKIStatusInfo(
                        PKIStatus.rejection,
                        new PKIFreeText(new DERUTF8String(flaw)),
                        new PKIFailureInfo(PKIFailureInfo.incorrectData));
        CertStatus one = new CertStatus(
                Crypto.hash(certificate), BigInteger.valueOf(transaction.kind().requestId()), status);
        return following(
                station,
                transaction,
                new PKIBody(PKIBody.TYPE_CERT_CONFIRM, CertConfirmContent.getInstance(new DERSequence(one))));
    }

    private byte[] opening(Protection station, byte[] transaction, PKIBody body) {
        ProtectedPKIMessageBuilder message = begin(station, transaction);
        if (properties.implicitConfirm() && body.getType() != PKIBody.TYPE_REVOCATION_REQ) {
            message.addGeneralInfo(new InfoTypeAndValue(CMPObjectIdentifiers.it_implicitConfirm, DERNull.INSTANCE));
        }
        return protect(station, message.setBody(body));
    }

    private byte[] following(Protection station, Transaction transaction, PKIBody body) {
        ProtectedPKIMessageBuilder message = begin(station, HexFormat.of().parseHex(transaction.id()));
        String nonce = transaction.peerNonce();
        if (nonce != null) {
            message.setRecipNonce(HexFormat.of().parseHex(nonce));
        }
        return protect(station, message.setBody(body));
    }

    private ProtectedPKIMessageBuilder begin(Protection station, byte[] transaction) {
        ProtectedPKIMessageBuilder message = new ProtectedPKIMessageBuilder(
                        PKIHeader.CMP_2000, station.sender(), new GeneralName(new X500Name(properties.authority())))
                .setMessageTime(Date.from(clock.instant()))
                .setTransactionID(transaction)
                .setSenderNonce(Crypto.random());
        station.introduce(message);
        return message;
    }

    private static byte[] protect(Protection station, ProtectedPKIMessageBuilder message) {
        try {
            return station.protect(message).toASN1Structure().getEncoded();
        } catch (CMPException | IOException e) {
            throw new IllegalStateException("cannot protect a message", e);
        }
    }

    /** The control that binds an update to issuer and serial of the certificate that is replaced (RFC 4211 §6.5). */
    private record OldCertificate(X509CertificateHolder certificate) implements Control {
        @Override
        public ASN1ObjectIdentifier getType() {
            return OLD_CERT_ID;
        }

        @Override
        public ASN1Encodable getValue() {
            return new CertId(new GeneralName(certificate.getIssuer()), certificate.getSerialNumber());
        }
    }
}

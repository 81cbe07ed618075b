package org.yanqi.app.ca.cmp;

import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;

/** Revokes a certificate at its holder's own wish (rr), proved by its own key; nobody revokes another's here. */
@Component
@ConditionalOnProperty("yanqi.ca.cmp.enabled")
class RevokeOwn {
    private static final Map<Integer, Reason> REASONS = Map.of(
            CRLReason.unspecified,
            Reason.UNSPECIFIED,
            CRLReason.keyCompromise,
            Reason.KEY_COMPROMISE,
            CRLReason.superseded,
            Reason.SUPERSEDED,
            CRLReason.cessationOfOperation,
            Reason.CESSATION_OF_OPERATION);

    private final UpdateDesk desk;

    RevokeOwn(UpdateDesk desk) {
        this.desk = desk;
    }

    PKIBody revoke(Question question) throws Fault, NoAnswer {
        RevDetails[] all = RevReqContent.getInstance(question.content()).toRevDetailsArray();
        if (all.length != 1) {
            throw new Fault(PKIFailureInfo.badRequest, "exactly one certificate is revoked at a time");
        }
        CertTemplate which = all[0].getCertDetails();
        boolean own = which.getSerialNumber() != null
                && which.getSerialNumber().hasValue(question.certificate().getSerialNumber())
                && question.certificate().getIssuer().equals(which.getIssuer());
        if (!own) {
            return Say.revoked(PKIFailureInfo.notAuthorized, "a holder revokes the certificate that signs the message");
        }
        if (desk.validity(question.encoded()) == UpdateDesk.Validity.REVOKED) {
            return Say.revoked(PKIFailureInfo.certRevoked, "the certificate is revoked already");
        }
        Reason reason = REASONS.get(reason(all[0]));
        if (reason == null) {
            return Say.revoked(
                    PKIFailureInfo.badRequest,
                    "reasons are unspecified, keyCompromise, superseded and cessationOfOperation");
        }
        desk.revoke(question.encoded(), reason);
        return Say.revoked(0, "");
    }

    private static int reason(RevDetails details) {
        if (details.getCrlEntryDetails() == null) {
            return CRLReason.unspecified;
        }
        ASN1Encodable told = details.getCrlEntryDetails().getExtensionParsedValue(Extension.reasonCode);
        return told == null
                ? CRLReason.unspecified
                : ASN1Enumerated.getInstance(told).intValueExact();
    }
}

package org.yanqi.app.ca.cmp;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.LifeOfPair;
import org.yanqi.process.certificate.ParsedCertificate;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.rekey.CertificateTakenBack;
import org.yanqi.process.rekey.Rekey;
import org.yanqi.process.rekey.UpdateByMessage;
import org.yanqi.process.rekey.UpdateByMessage.Standing;

/** Updates what is owed: a paid order item whose key has not been updated (R6). The renewal goes its whole way, open bids included. */
@Component
@ConditionalOnProperty("yanqi.ca.cmp.enabled")
class OwedUpdates implements UpdateDesk {
    private static final Actor HOLDER = Actor.outside("key-holder", "message");
    private static final Map<String, String> SENTENCES = Map.of(
            "refusal.certificate-unknown",
            "this certificate is not in force",
            "refusal.item-not-owed",
            "no paid renewal of this certificate waits for its key",
            "refusal.rekey-deferred",
            "the update of this key was put off to a later day",
            "refusal.declare-open-bids-again",
            "declare first, on the page of the renewal, that no unopened bid was encrypted with this certificate",
            "refusal.wrong-state",
            "the renewal of this certificate is not waiting for a request",
            "refusal.csr-weak-key",
            "the new key is weak, or of another kind than the old one");

    private final UpdateByMessage updates;
    private final Certificates certificates;
    private final LifeOfPair life;
    private final CertificateTakenBack takenBack;
    private final CertificateAuthority authority;

    OwedUpdates(
            UpdateByMessage updates,
            Certificates certificates,
            LifeOfPair life,
            CertificateTakenBack takenBack,
            CertificateAuthority authority) {
        this.updates = updates;
        this.certificates = certificates;
        this.life = life;
        this.takenBack = takenBack;
        this.authority = authority;
    }

    @Override
    public Validity validity(byte[] certificate) {
        return pair(certificate)
                .map(pair -> pair.state() == CertificateState.IN_FORCE ? Validity.CURRENT : Validity.REVOKED)
                .orElse(Validity.UNKNOWN);
    }

    @Override
    public Decision request(byte[] old, byte[] message, byte[] protection) {
        Outcome<Rekey> outcome = updates.request(old, message, protection);
        if (outcome instanceof Outcome.Refused<Rekey> refused) {
            String code = refused.reasons().get(0).code();
            return new Decision.Refused(SENTENCES.getOrDefault(code, "refused: " + code));
        }
        return standing(old, message);
    }

    @Override
    public Decision standing(byte[] old, byte[] message) {
        Standing standing = updates.standing(old, message);
        if (standing instanceof Standing.Issued issued) {
            return new Decision.Issued(issued.certificate());
        }
        return standing instanceof Standing.Ended ended
                ? new Decision.Refused("the renewal cannot go on by itself: " + ended.code())
                : new Decision.Waiting();
    }

    @Override
    public boolean confirm(byte[] old, byte[] message, byte[] certificate) {
        return updates.confirm(old, message, certificate).isAccepted();
    }

    @Override
    public void reject(byte[] certificate, String reason) throws NoAnswer {
        authority.revoke(certificate, Reason.CESSATION_OF_OPERATION);
        ParsedCertificate parsed = ParsedCertificate.of(certificate);
        takenBack.takenBack(HOLDER, parsed.issuer(), parsed.serial(), reason);
    }

    @Override
    public void revoke(byte[] certificate, Reason reason) throws NoAnswer {
        CertificatePair pair = pair(certificate).orElseThrow();
        authority.revoke(pair.signing(), reason);
        byte[] encryption = pair.encryption();
        if (encryption != null && !Arrays.equals(encryption, pair.signing())) {
            authority.revoke(encryption, reason);
        }
        life.revoked(HOLDER, null, pair.id(), "by its holder: " + reason);
    }

    private Optional<CertificatePair> pair(byte[] certificate) {
        ParsedCertificate parsed = ParsedCertificate.of(certificate);
        return certificates
                .bySerial(parsed.issuer(), parsed.serial())
                .filter(pair -> Arrays.equals(pair.signing(), certificate));
    }
}

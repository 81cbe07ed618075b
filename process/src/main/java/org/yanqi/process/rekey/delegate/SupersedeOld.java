package org.yanqi.process.rekey.delegate;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.RevokePair;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.rekey.RekeySteps;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/**
 * Revokes the old certificate as superseded, after the new one is confirmed (R7) and the authority knows of it: one that it
 * does not stand by must not take the old one's place.
 */
@Component("supersede-old")
class SupersedeOld implements Worker {
    private final RekeySteps steps;
    private final CertificateAuthority authority;

    SupersedeOld(RekeySteps steps, CertificateAuthority authority) {
        this.steps = steps;
        this.authority = authority;
    }

    @Override
    public String topic() {
        return "supersede-old";
    }

    @Override
    public Answer work(Work work) {
        UUID item = UUID.fromString(work.businessKey());
        try {
            authority.confirm(steps.confirmed(item).signing());
            RevokePair.both(authority, steps.oldToRevoke(item), CertificateAuthority.Reason.SUPERSEDED);
        } catch (CertificateAuthority.NoAnswer e) {
            return new Answer.Unknown(String.valueOf(e.getMessage()));
        }
        return Answer.done(() -> {
            steps.oldRevoked(item);
            return Map.of();
        });
    }
}

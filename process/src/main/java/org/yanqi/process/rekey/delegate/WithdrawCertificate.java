package org.yanqi.process.rekey.delegate;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.RevokePair;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.rekey.RekeySteps;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** Revokes a new certificate that nobody will use; the old one stays what it was. */
@Component("withdraw-certificate")
class WithdrawCertificate implements Worker {
    private final RekeySteps steps;
    private final CertificateAuthority authority;

    WithdrawCertificate(RekeySteps steps, CertificateAuthority authority) {
        this.steps = steps;
        this.authority = authority;
    }

    @Override
    public String topic() {
        return "withdraw-certificate";
    }

    @Override
    public Answer work(Work work) {
        UUID item = UUID.fromString(work.businessKey());
        Optional<CertificatePair> unused = steps.unused(item);
        if (unused.isEmpty()) {
            return Answer.done(Map::of);
        }
        try {
            RevokePair.both(authority, unused.get(), CertificateAuthority.Reason.CESSATION_OF_OPERATION);
        } catch (CertificateAuthority.NoAnswer e) {
            return new Answer.Unknown(String.valueOf(e.getMessage()));
        }
        return Answer.done(() -> {
            steps.withdrawn(item, unused.get().id());
            return Map.of();
        });
    }
}

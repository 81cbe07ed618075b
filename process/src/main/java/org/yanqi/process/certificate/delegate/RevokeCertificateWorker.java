package org.yanqi.process.certificate.delegate;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.RevocationSteps;
import org.yanqi.process.certificate.RevokePair;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** Has the authority revoke what two persons agreed on. */
@Component("revoke-certificate")
class RevokeCertificateWorker implements Worker {
    private final RevocationSteps steps;
    private final CertificateAuthority authority;

    RevokeCertificateWorker(RevocationSteps steps, CertificateAuthority authority) {
        this.steps = steps;
        this.authority = authority;
    }

    @Override
    public String topic() {
        return "revoke-certificate";
    }

    @Override
    public Answer work(Work work) {
        UUID revocation = UUID.fromString(work.businessKey());
        RevocationSteps.Order order = steps.order(revocation);
        try {
            RevokePair.both(authority, order.pair(), order.cause());
        } catch (CertificateAuthority.NoAnswer e) {
            return new Answer.Unknown(String.valueOf(e.getMessage()));
        }
        return Answer.done(() -> {
            steps.revoked(revocation);
            return Map.of();
        });
    }
}

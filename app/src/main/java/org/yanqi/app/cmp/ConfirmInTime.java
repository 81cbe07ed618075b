package org.yanqi.app.cmp;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.ParsedCertificate;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.record.Actor;
import org.yanqi.process.rekey.CertificateTakenBack;

/**
 * Sees to it that no certificate is lost because nobody confirmed it in the authority's time: one that is still on its way to
 * a key shortly before the time is over is accepted all the same. That binds nobody: the old certificate stays in force
 * until the key has confirmed (R7), and one that is given up is revoked.
 */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class ConfirmInTime {
    private static final Logger log = LoggerFactory.getLogger(ConfirmInTime.class);
    private static final int ROUND = 200;

    private final Transactions transactions;
    private final CertificateTakenBack takenBack;
    private final OutsideAuthority authority;
    private final CmpProperties properties;
    private final Clock clock;

    ConfirmInTime(
            Transactions transactions,
            CertificateTakenBack takenBack,
            OutsideAuthority authority,
            CmpProperties properties,
            Clock clock) {
        this.transactions = transactions;
        this.takenBack = takenBack;
        this.authority = authority;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "${yanqi.cmp.look-every:PT5S}")
    void round() {
        transactions
                .toConfirmBefore(clock.instant().plus(properties.confirmBefore()), ROUND)
                .forEach(this::confirm);
    }

    private void confirm(Transaction t) {
        byte[] certificate = t.certificate();
        if (certificate == null) {
            throw new IllegalStateException("transaction " + t.id() + " holds no certificate");
        }
        try {
            authority.confirm(certificate);
        } catch (Confirm.TakenBack e) {
            ParsedCertificate parsed = ParsedCertificate.of(certificate);
            takenBack.takenBack(
                    Actor.outside("certification-authority", "cmp"),
                    parsed.issuer(),
                    parsed.serial(),
                    String.valueOf(e.getMessage()));
            log.warn("Transaction {}: {}", t.id(), e.getMessage());
        } catch (NoAnswer e) {
            log.warn("Transaction {}: not confirmed yet: {}", t.id(), e.getMessage());
        }
    }
}

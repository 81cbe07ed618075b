package org.yanqi.process.rekey;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.ParsedCertificate;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.rekey.model.KeyUpdates;

/**
 * The update of a key by a program that holds both keys and needs no agent: it sends a key update request that proves itself
 * (see {@link org.yanqi.process.certificate.MessageProof}). No certificate comes of a message alone: the renewal must be
 * paid and wait for its request, and its holder must have declared again that no bid is open (R4, R6).
 *
 * <p>Who confirms by message has proved the new key in the request and tells the hash of the certificate that arrived,
 * signed by the old key over the authority's nonce; that is this way's proof of R7.
 */
@Service
public class UpdateByMessage {
    /** What proves itself by the certificate that is renewed. */
    private static final Actor HOLDER = Actor.outside("key-holder", "message");

    private final Certificates certificates;
    private final KeyUpdates updates;
    private final Orders orders;
    private final RequestCertificate request;
    private final ConfirmCertificate confirm;
    private final Clock clock;

    UpdateByMessage(
            Certificates certificates,
            KeyUpdates updates,
            Orders orders,
            RequestCertificate request,
            ConfirmCertificate confirm,
            Clock clock) {
        this.certificates = certificates;
        this.updates = updates;
        this.orders = orders;
        this.request = request;
        this.confirm = confirm;
        this.clock = clock;
    }

    /** How a request stands. */
    public sealed interface Standing {
        /** Nothing yet. */
        record Waiting() implements Standing {}

        /** The certificate, the same bytes each time. */
        record Issued(byte[] certificate) implements Standing {}

        /** @param code why nothing comes of this request */
        record Ended(String code) implements Standing {}
    }

    /**
     * The same message again changes nothing.
     *
     * @param old DER of the certificate that is renewed
     * @param oldSignature the protection of the message
     * @return refused with certificate-unknown, item-not-owed, rekey-deferred, rekey-given-up, declare-open-bids-again or as
     *     {@link RequestCertificate}, each after {@code refusal.}
     */
    @Transactional
    public Outcome<Rekey> request(byte[] old, byte[] message, byte[] oldSignature) {
        Optional<CertificatePair> pair = pair(old);
        if (pair.isEmpty() || pair.get().state() != CertificateState.IN_FORCE) {
            return Outcome.refused(Refusal.of("refusal.certificate-unknown"));
        }
        KeyUpdate update = owed(pair.get());
        if (update == null) {
            return Outcome.refused(Refusal.of("refusal.item-not-owed"));
        }
        Instant deferred = update.view().deferredUntil();
        if (deferred != null && clock.instant().isBefore(deferred)) {
            return Outcome.refused(Refusal.of("refusal.rekey-deferred", deferred.toString()));
        }
        if (update.isGivenUp()) {
            return Outcome.refused(Refusal.of("refusal.rekey-given-up"));
        }
        if (!update.isDeclaredAgain()) {
            return Outcome.refused(Refusal.of("refusal.declare-open-bids-again"));
        }
        return request.request(HOLDER, update, message, oldSignature);
    }

    /** What has come of a request that was taken. */
    @Transactional
    public Standing standing(byte[] old, byte[] message) {
        KeyUpdate update = pair(old).map(this::last).orElse(null);
        if (update == null || !update.isSameRequest(message)) {
            return new Standing.Ended("request-replaced");
        }
        var issued = update.delivered();
        if (issued.isPresent()) {
            return new Standing.Issued(issued.get().signing());
        }
        String failure = update.view().failure();
        return failure == null ? new Standing.Waiting() : new Standing.Ended(failure);
    }

    /**
     * The holder has the certificate. The same again changes nothing.
     *
     * @return refused with wrong-state if it was replaced or withdrawn meanwhile
     */
    @Transactional
    public Outcome<Rekey> confirm(byte[] old, byte[] message, byte[] certificate) {
        KeyUpdate update = pair(old).map(this::last).orElse(null);
        boolean stands = update != null
                && update.isSameRequest(message)
                && !update.isStopped()
                && update.delivered()
                        .filter(pair -> Arrays.equals(pair.signing(), certificate))
                        .isPresent();
        if (!stands) {
            return Outcome.refused(Refusal.of("refusal.wrong-state"));
        }
        return confirm.proven(HOLDER, update, orders.withItem(update.item()).number());
    }

    private Optional<CertificatePair> pair(byte[] certificate) {
        ParsedCertificate parsed = ParsedCertificate.of(certificate);
        return certificates
                .bySerial(parsed.issuer(), parsed.serial())
                .filter(pair -> Arrays.equals(pair.signing(), certificate));
    }

    private @Nullable KeyUpdate owed(CertificatePair pair) {
        KeyUpdate update = last(pair);
        if (update == null || update.isConfirmed()) {
            return null;
        }
        Order order = orders.withItem(update.item());
        boolean waits = order.items().stream()
                .anyMatch(item -> item.id().equals(update.item()) && item.state() == ItemState.OWED);
        return waits ? update : null;
    }

    /** A certificate is renewed once, so that there is at most one update of it that was not given up. */
    private @Nullable KeyUpdate last(CertificatePair pair) {
        for (UUID item : updates.itemsUpdating(pair.id())) {
            return updates.lock(item).orElse(null);
        }
        return null;
    }
}

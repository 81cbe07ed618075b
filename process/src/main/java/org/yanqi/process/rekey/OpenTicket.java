package org.yanqi.process.rekey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.rekey.model.KeyUpdates;
import org.yanqi.process.rekey.model.Ticket;
import org.yanqi.process.rekey.model.Tickets;
import org.yanqi.process.rekey.port.TicketSeal;

/** Signs a ticket for the agent; only the account the certificate belongs to may update its key (guide, step 7). */
@Service
public class OpenTicket {
    private static final int NONCE_BYTES = 32;
    private static final Set<String> OPERATIONS = Set.of("read", "rekey");

    private final Orders orders;
    private final Certificates certificates;
    private final KeyUpdates updates;
    private final Tickets tickets;
    private final TicketSeal seal;
    private final AppendToRecord record;
    private final RekeyProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public OpenTicket(
            Orders orders,
            Certificates certificates,
            KeyUpdates updates,
            Tickets tickets,
            TicketSeal seal,
            AppendToRecord record,
            RekeyProperties properties,
            Clock clock) {
        this.orders = orders;
        this.certificates = certificates;
        this.updates = updates;
        this.tickets = tickets;
        this.seal = seal;
        this.record = record;
        this.properties = properties;
        this.clock = clock;
    }

    private record Owned(Order order, OrderItem item, CertificatePair pair) {}

    /**
     * @param operation read or rekey; rekey needs {@link #declareAgain} before
     * @param origin scheme, host and port of the page
     */
    @Transactional
    public Outcome<String> open(Actor actor, UUID item, String operation, String origin) {
        actor.require(Role.HOLDER, Role.ORGANISATION_ADMINISTRATOR);
        if (!OPERATIONS.contains(operation)) {
            throw new IllegalArgumentException("no ticket for " + operation);
        }
        Owned owned = find(actor, item);
        if (!owned.item().holder().equals(actor.person())) {
            return Outcome.refused(
                    Refusal.of("refusal.key-of-another-person", owned.item().holderName()));
        }
        if (owned.item().state() != ItemState.OWED) {
            return Outcome.refused(Refusal.of("refusal.item-not-owed"));
        }
        KeyUpdate update = begin(owned);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant deferred = update.view().deferredUntil();
        if (deferred != null && now.isBefore(deferred)) {
            return Outcome.refused(Refusal.of("refusal.rekey-deferred", deferred.toString()));
        }
        if (update.isConfirmed() || update.isWithdrawn()) {
            return Outcome.refused(Refusal.of("refusal.item-not-owed"));
        }
        if (update.isGivenUp()) {
            return Outcome.refused(Refusal.of("refusal.rekey-given-up"));
        }
        if (operation.equals("rekey") && !update.isDeclaredAgain()) {
            return Outcome.refused(Refusal.of("refusal.declare-open-bids-again"));
        }
        TicketClaims claims = claims(owned, operation, origin, now);
        tickets.save(new Ticket(
                claims.id(),
                item,
                operation,
                origin,
                claims.nonce(),
                actor.account(),
                claims.issuedAt(),
                claims.expires()));
        record.append(
                actor,
                owned.order().caseId(),
                "order " + owned.order().number(),
                "ticket-opened",
                Map.of("operation", operation, "serial", owned.pair().serial()));
        return Outcome.accepted(seal.sign(claims));
    }

    /**
     * R4, the second time: before issuing, the person who holds the key declares that no unopened bid was encrypted with it.
     *
     * @param noneOpen false if there is one: nothing is issued until it is opened
     */
    @Transactional
    public Outcome<Rekey> declareAgain(Actor actor, UUID item, boolean noneOpen) {
        actor.require(Role.HOLDER, Role.ORGANISATION_ADMINISTRATOR);
        Owned owned = find(actor, item);
        if (!owned.item().holder().equals(actor.person())) {
            return Outcome.refused(
                    Refusal.of("refusal.key-of-another-person", owned.item().holderName()));
        }
        KeyUpdate update = begin(owned);
        String subject = "order " + owned.order().number();
        Map<String, String> facts = Map.of("serial", owned.pair().serial());
        if (!noneOpen) {
            record.append(actor, owned.order().caseId(), subject, "open-bid-declared", facts);
            return Outcome.refused(Refusal.of("refusal.open-bid-declared"));
        }
        if (!update.isDeclaredAgain()) {
            update.declaredAgain(actor.account(), clock.instant());
            record.append(actor, owned.order().caseId(), subject, "no-open-bid-declared", facts);
        }
        return Outcome.accepted(update.view());
    }

    private Owned find(Actor actor, UUID item) {
        Order order = orders.withItem(item);
        actor.requireOrganisation(order.organisation());
        OrderItem ordered = order.items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new NotFound("no such item"));
        // a holder sees their own certificates only: others are not found
        return new Owned(order, ordered, certificates.one(actor, ordered.certificate()));
    }

    private KeyUpdate begin(Owned owned) {
        updates.beginIfAbsent(
                owned.item().id(), owned.order().caseId(), owned.item().certificate(), clock.instant());
        return updates.lock(owned.item().id()).orElseThrow();
    }

    private TicketClaims claims(Owned owned, String operation, String origin, Instant now) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        CertificatePair pair = owned.pair();
        return new TicketClaims(
                UUID.randomUUID().toString(),
                origin,
                operation,
                owned.order().number(),
                owned.item().id(),
                pair.issuer(),
                pair.serial(),
                pair.subject(),
                pair.keySerial(),
                pair.algorithm().name(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(nonce),
                now,
                now.plus(properties.ticketLife()));
    }
}

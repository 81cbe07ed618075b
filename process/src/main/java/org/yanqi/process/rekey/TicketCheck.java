package org.yanqi.process.rekey;

import java.time.Clock;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Actor;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.rekey.model.KeyUpdates;
import org.yanqi.process.rekey.model.Ticket;
import org.yanqi.process.rekey.model.Tickets;

/** Compares what a ticket says with what was opened; locks the update it belongs to. */
@Component
class TicketCheck {
    /** What proves itself by a ticket. */
    static final Actor AGENT = Actor.outside("key-agent", "ticket");

    private final Tickets tickets;
    private final KeyUpdates updates;
    private final Clock clock;

    TicketCheck(Tickets tickets, KeyUpdates updates, Clock clock) {
        this.tickets = tickets;
        this.updates = updates;
        this.clock = clock;
    }

    /** A ticket that holds, and the update it is for. */
    record Checked(Ticket ticket, KeyUpdate update) {}

    /** @throws TicketRefused if it is none of ours, for another operation, or expired */
    Checked check(TicketClaims claims, String... operations) {
        Ticket ticket = tickets.findById(claims.id()).orElseThrow(() -> new TicketRefused("ticket-invalid"));
        boolean whole = ticket.item().equals(claims.item())
                && ticket.nonce().equals(claims.nonce())
                && ticket.origin().equals(claims.origin())
                && ticket.operation().equals(claims.operation())
                && Arrays.asList(operations).contains(ticket.operation());
        if (!whole) {
            throw new TicketRefused("ticket-invalid");
        }
        if (ticket.isExpired(clock.instant())) {
            throw new TicketRefused("ticket-expired");
        }
        KeyUpdate update = updates.lock(ticket.item()).orElseThrow(() -> new TicketRefused("ticket-invalid"));
        return new Checked(ticket, update);
    }
}

package org.yanqi.process.invoicing;

import java.util.Optional;
import java.util.UUID;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** How paper leaves the house; implemented by the shipping, which invoicing does not know. */
public interface Dispatch {
    /** A parcel for the courier to be booked later. */
    void plan(Actor actor, UUID caseId, UUID invoice, Recipient recipient);

    /** A parcel whose waybill was typed in. @return the waybill as kept, or why it cannot be one */
    Outcome<String> typed(Actor actor, UUID caseId, UUID invoice, Recipient recipient, String waybill);

    Optional<String> waybill(UUID invoice);
}

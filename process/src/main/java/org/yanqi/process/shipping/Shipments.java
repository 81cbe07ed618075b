package org.yanqi.process.shipping;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Reads and moves parcels. */
@Service
public class Shipments {
    public Shipment plan(Actor actor, UUID caseId, String purpose, UUID subject, Recipient recipient) {
        throw new UnsupportedOperationException();
    }

    /** A waybill typed in by hand. */
    public Outcome<Shipment> typed(Actor actor, UUID shipment, String waybill) {
        throw new UnsupportedOperationException();
    }

    public List<Shipment> ofCase(UUID caseId) {
        throw new UnsupportedOperationException();
    }

    public Optional<Shipment> ofSubject(UUID subject) {
        throw new UnsupportedOperationException();
    }

    /** The courier says that a parcel moved; the truth is asked for. */
    public boolean moved(String waybill) {
        throw new UnsupportedOperationException();
    }
}

package org.yanqi.process.shipping;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.shipping.model.ShipmentRow;
import org.yanqi.process.shipping.model.ShipmentRows;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/** Reads and moves parcels. */
@Service
public class Shipments {
    private static final Pattern WAYBILL = Pattern.compile("[0-9A-Z]{8,20}");

    private final ShipmentRows shipments;
    private final Signals signals;
    private final AppendToRecord log;
    private final Clock clock;

    Shipments(ShipmentRows shipments, Signals signals, AppendToRecord log, Clock clock) {
        this.shipments = shipments;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    /** The parcel to be sent next for a subject; a repeat before it was booked gives the same one. */
    @Transactional
    public Shipment plan(Actor actor, UUID caseId, String purpose, UUID subject, Recipient recipient) {
        var latest = shipments.findFirstBySubjectOrderByCreatedDesc(subject);
        if (latest.isPresent() && latest.get().state() == ShipmentState.PLANNED) {
            return latest.get().view();
        }
        latest.filter(row -> row.state() != ShipmentState.REFUSED).ifPresent(ShipmentRow::cancel);
        var row = shipments.save(new ShipmentRow(caseId, purpose, subject, recipient, clock.instant()));
        log.append(
                actor,
                caseId,
                "shipment " + row.id(),
                "shipment-planned",
                Map.of("purpose", purpose, "region", recipient.region()));
        return row.view();
    }

    /** A waybill typed in by hand. */
    @Transactional
    public Outcome<Shipment> typed(Actor actor, UUID shipment, String waybill) {
        actor.require(Role.FINANCE);
        var number = waybill.strip();
        if (!WAYBILL.matcher(number).matches()) {
            return Outcome.refused(Refusal.at("waybill", "refusal.waybill-malformed"));
        }
        if (shipments.findByWaybill(number).isPresent()) {
            return Outcome.refused(Refusal.at("waybill", "refusal.waybill-used"));
        }
        var row = row(shipment);
        row.typed(number);
        log.append(actor, row.caseId(), "shipment " + number, "waybill-typed", Map.of("waybill", number));
        return Outcome.accepted(row.view());
    }

    @Transactional(readOnly = true)
    public List<Shipment> ofCase(UUID caseId) {
        return shipments.findByCaseIdOrderByCreated(caseId).stream()
                .map(ShipmentRow::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Shipment> ofSubject(UUID subject) {
        return shipments.findFirstBySubjectOrderByCreatedDesc(subject).map(ShipmentRow::view);
    }

    /** The case whose parcel has this waybill, for finding it. */
    @Transactional(readOnly = true)
    public Optional<UUID> caseWith(String waybill) {
        return shipments.findByWaybill(waybill.strip()).map(ShipmentRow::caseId);
    }

    /** The courier says that a parcel moved; the truth is asked for. @return false if the waybill is not ours */
    @Transactional
    public boolean moved(String waybill) {
        var row = shipments.findByWaybill(waybill);
        row.ifPresent(one ->
                signals.correlate(Messages.SHIPMENT_CHANGED, one.subject().toString(), Map.of()));
        return row.isPresent();
    }

    private ShipmentRow row(UUID id) {
        return shipments.findById(id).orElseThrow(() -> new NotFound("shipment " + id));
    }
}

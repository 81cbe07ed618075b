package org.yanqi.process.shipping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.shipping.model.ShipmentRow;
import org.yanqi.process.shipping.model.ShipmentRows;
import org.yanqi.process.shipping.port.Courier;

/** What the workers do with a parcel: the booking is stored before the courier hears of it, and told afterwards what it answered. */
@Service
public class SendParcel {
    private final ShipmentRows shipments;
    private final AppendToRecord log;

    SendParcel(ShipmentRows shipments, AppendToRecord log) {
        this.shipments = shipments;
        this.log = log;
    }

    /** What to book for a subject, always under the key that was stored with the plan. */
    @Transactional(readOnly = true)
    public Courier.Booking booking(UUID subject) {
        var row = latest(subject);
        return new Courier.Booking(row.bookingKey(), row.recipient(), row.purpose());
    }

    /** @throws IllegalStateException if the parcel has no waybill yet */
    @Transactional(readOnly = true)
    public String waybill(UUID subject) {
        var waybill = latest(subject).waybill();
        if (waybill == null) {
            throw new IllegalStateException("the parcel of " + subject + " has no waybill");
        }
        return waybill;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void booked(Actor actor, UUID subject, String waybill) {
        var row = latest(subject);
        row.booked(waybill);
        record(actor, row, "shipment-booked", Map.of("waybill", waybill));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void refused(Actor actor, UUID subject, String reason) {
        var row = latest(subject);
        row.refused(reason);
        record(actor, row, "shipment-refused", Map.of("reason", reason));
    }

    /** @return true if it was signed for */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean travelled(Actor actor, UUID subject, List<Shipment.Step> route) {
        var row = latest(subject);
        var before = row.state();
        row.travelled(route);
        if (row.state() != before) {
            record(
                    actor,
                    row,
                    row.state() == ShipmentState.DELIVERED ? "shipment-delivered" : "shipment-collected",
                    Map.of());
        }
        return row.state() == ShipmentState.DELIVERED;
    }

    private ShipmentRow latest(UUID subject) {
        return shipments
                .findFirstBySubjectOrderByCreatedDesc(subject)
                .orElseThrow(() -> new NotFound("no parcel for " + subject));
    }

    private void record(Actor actor, ShipmentRow row, String verb, Map<String, String> more) {
        var facts = new HashMap<>(more);
        var waybill = row.waybill();
        if (waybill != null) {
            facts.put("waybill", waybill);
        }
        log.append(actor, row.caseId(), "shipment " + row.id(), verb, facts);
    }
}

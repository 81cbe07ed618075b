package org.yanqi.process.shipping.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored parcels. */
public interface ShipmentRows extends Repository<ShipmentRow, UUID> {
    ShipmentRow save(ShipmentRow row);

    Optional<ShipmentRow> findById(UUID id);

    Optional<ShipmentRow> findByWaybill(String waybill);

    /** The latest parcel of a subject: one that was refused or lost is followed by another. */
    Optional<ShipmentRow> findFirstBySubjectOrderByCreatedDesc(UUID subject);

    List<ShipmentRow> findByCaseIdOrderByCreated(UUID caseId);
}

package org.yanqi.process.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.Recipient;

/**
 * A parcel.
 *
 * @param purpose what it carries, as {@code invoice} with that id in {@code subject}
 */
public record Shipment(
        UUID id,
        UUID caseId,
        String purpose,
        UUID subject,
        ShipmentState state,
        Recipient recipient,
        @Nullable String waybill,
        boolean booked,
        Instant created,
        @Nullable Instant delivered,
        List<Step> route) {

    /** One scan on the way. */
    public record Step(Instant at, String place, String text, String code) {}
}

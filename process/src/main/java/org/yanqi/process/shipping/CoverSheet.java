package org.yanqi.process.shipping;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.shipping.model.ShipmentRows;
import org.yanqi.process.shipping.port.SheetPrinter;

/** The A4 sheet that goes on a parcel when the courier prints no label: recipient and waybill with its bar code. */
@Service
public class CoverSheet {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** What stands on the sheet. */
    public record Sheet(String waybill, Recipient to, String sender, String senderPhone, LocalDate day) {}

    private final ShipmentRows shipments;
    private final SheetPrinter printer;
    private final ShippingSettings settings;
    private final AppendToRecord log;
    private final Clock clock;

    CoverSheet(
            ShipmentRows shipments, SheetPrinter printer, ShippingSettings settings, AppendToRecord log, Clock clock) {
        this.shipments = shipments;
        this.printer = printer;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /** @return the sheet as PDF; refused while the parcel has no waybill. Personal data leaves, so it is on the record (R12). */
    @Transactional
    public Outcome<byte[]> print(Actor finance, UUID shipment) {
        finance.require(Role.FINANCE, Role.SUPERVISOR);
        var row = shipments.findById(shipment).orElseThrow(() -> new NotFound("shipment " + shipment));
        var waybill = row.waybill();
        if (waybill == null) {
            return Outcome.refused(Refusal.of("refusal.waybill-missing"));
        }
        log.append(finance, row.caseId(), "shipment " + row.id(), "cover-sheet-printed", Map.of("waybill", waybill));
        return Outcome.accepted(printer.print(new Sheet(
                waybill,
                row.recipient(),
                settings.senderName() + " " + settings.senderAddress(),
                settings.senderPhone(),
                LocalDate.ofInstant(clock.instant(), SHANGHAI))));
    }
}

package org.yanqi.process.shipping;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.invoicing.Dispatch;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Sends paper invoices as parcels of the purpose {@code invoice}. */
@Service
class DispatchInvoices implements Dispatch {
    private static final String PURPOSE = "invoice";

    private final Shipments shipments;

    DispatchInvoices(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    @Transactional
    public void plan(Actor actor, UUID caseId, UUID invoice, Recipient recipient) {
        shipments.plan(actor, caseId, PURPOSE, invoice, recipient);
    }

    @Override
    @Transactional
    public Outcome<String> typed(Actor actor, UUID caseId, UUID invoice, Recipient recipient, String waybill) {
        var planned = shipments.plan(actor, caseId, PURPOSE, invoice, recipient);
        return shipments.typed(actor, planned.id(), waybill) instanceof Outcome.Refused<Shipment> refused
                ? Outcome.refused(refused.reasons())
                : Outcome.accepted(waybill.strip());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> waybill(UUID invoice) {
        return shipments.ofSubject(invoice).map(Shipment::waybill);
    }
}

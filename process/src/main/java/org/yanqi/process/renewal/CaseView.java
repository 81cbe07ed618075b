package org.yanqi.process.renewal;

import java.util.List;
import org.yanqi.process.account.Organisation;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.invoicing.Correction;
import org.yanqi.process.notice.NoticesOf;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.record.RecordEntry;
import org.yanqi.process.shipping.Shipment;
import org.yanqi.process.signal.Position;
import org.yanqi.process.worklist.WorkItem;

/** A renewal as staff see it. */
public record CaseView(
        RenewalView renewal,
        Organisation organisation,
        List<CertificatePair> certificates,
        List<WorkItem> workItems,
        List<RecordEntry> timeline,
        List<Position.Standing> positions,
        List<Payment> payments,
        List<PaymentException> exceptions,
        List<OrderRefund> refunds,
        List<Correction> corrections,
        List<Shipment> shipments,
        List<NoticesOf.Notice> notices) {}

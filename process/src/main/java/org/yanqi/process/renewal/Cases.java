package org.yanqi.process.renewal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.invoicing.TakeInvoiceBack;
import org.yanqi.process.notice.NoticesOf;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.payment.PaymentExceptions;
import org.yanqi.process.payment.Payments;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.ReadTimeline;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.model.RenewalRow;
import org.yanqi.process.renewal.model.RenewalRows;
import org.yanqi.process.shipping.Shipments;
import org.yanqi.process.signal.Position;
import org.yanqi.process.worklist.SearchWorkItems;

/** Finds and shows cases for staff, open or closed; notes on them. */
@Service
public class Cases {
    private static final int LONGEST_LIST = 200;
    private static final Role[] READERS = {
        Role.CUSTOMER_SERVICE, Role.FINANCE, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR
    };

    private final RenewalRows rows;
    private final ShowRenewal show;
    private final RenewalAccess access;
    private final Organisations organisations;
    private final Certificates certificates;
    private final Orders orders;
    private final SearchWorkItems workItems;
    private final ReadTimeline timeline;
    private final Position position;
    private final Payments payments;
    private final PaymentExceptions exceptions;
    private final RefundOrder refunds;
    private final TakeInvoiceBack corrections;
    private final Shipments shipments;
    private final NoticesOf notices;
    private final AppendToRecord log;

    Cases(
            RenewalRows rows,
            ShowRenewal show,
            RenewalAccess access,
            Organisations organisations,
            Certificates certificates,
            Orders orders,
            SearchWorkItems workItems,
            ReadTimeline timeline,
            Position position,
            Payments payments,
            PaymentExceptions exceptions,
            RefundOrder refunds,
            TakeInvoiceBack corrections,
            Shipments shipments,
            NoticesOf notices,
            AppendToRecord log) {
        this.rows = rows;
        this.show = show;
        this.access = access;
        this.organisations = organisations;
        this.certificates = certificates;
        this.orders = orders;
        this.workItems = workItems;
        this.timeline = timeline;
        this.position = position;
        this.payments = payments;
        this.exceptions = exceptions;
        this.refunds = refunds;
        this.corrections = corrections;
        this.shipments = shipments;
        this.notices = notices;
        this.log = log;
    }

    /** A hit. */
    public record Hit(
            UUID caseId, @Nullable String orderNumber, String organisation, RenewalState state, Instant touched) {}

    /**
     * By a part of order number, tax number, name, certificate serial or key serial, or by the whole waybill; the case
     * touched last first.
     *
     * @param text null or blank finds the cases touched last
     */
    @Transactional(readOnly = true)
    public List<Hit> find(Actor actor, @Nullable String text, int limit) {
        actor.require(READERS);
        var most = Limit.of(Math.min(limit, LONGEST_LIST));
        if (text == null || text.isBlank()) {
            return rows.latest(most).stream().map(this::hit).toList();
        }
        var word = text.strip();
        var byWaybill = shipments.caseWith(word).orElse(new UUID(0, 0));
        return rows.withWords(pattern(word), Set.of(byWaybill), most).stream()
                .map(this::hit)
                .toList();
    }

    private static String pattern(String word) {
        var escaped = word.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + escaped + "%";
    }

    private Hit hit(RenewalRow row) {
        var number = orders.ofCase(row.id()).map(order -> order.number()).orElse(null);
        return new Hit(row.id(), number, organisations.one(row.organisation()).name(), row.state(), row.touched());
    }

    /** The whole case. */
    @Transactional(readOnly = true)
    public CaseView one(Actor actor, UUID caseId) {
        actor.require(READERS);
        var renewal = show.one(actor, caseId);
        var order = renewal.order();
        return new CaseView(
                renewal,
                organisations.one(renewal.organisation()),
                certificatesOf(actor, renewal),
                workItems.ofCase(actor, caseId),
                timeline.of(caseId),
                position.ofCase(caseId),
                order == null ? List.of() : payments.ofOrder(order.id()),
                exceptions.ofCase(caseId),
                refunds.ofCase(caseId),
                corrections.ofCase(caseId),
                shipments.ofCase(caseId),
                notices.caseOf(caseId));
    }

    /** Those that are or were to be renewed, each followed by the pair that took its place. */
    private List<CertificatePair> certificatesOf(Actor actor, RenewalView renewal) {
        var order = renewal.order();
        var ids = order == null
                ? renewal.draft().certificates()
                : order.items().stream().map(OrderItem::certificate).toList();
        var all = new ArrayList<CertificatePair>();
        for (var id : ids) {
            var pair = certificates.one(actor, id);
            all.add(pair);
            var next = pair.successor();
            if (next != null) {
                all.add(certificates.one(actor, next));
            }
        }
        return all;
    }

    /** Puts a note on the record of a case. */
    @Transactional
    public void note(Actor actor, UUID caseId, String text) {
        actor.require(Role.CUSTOMER_SERVICE, Role.FINANCE, Role.SUPERVISOR, Role.ADMINISTRATOR);
        access.seen(actor, caseId);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note without words");
        }
        log.append(actor, caseId, "renewal " + caseId, "note-added", Map.of("text", text.strip()));
    }
}

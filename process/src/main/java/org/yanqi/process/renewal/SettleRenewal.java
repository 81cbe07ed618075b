package org.yanqi.process.renewal;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.model.Claims;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.signal.Signals;

/** Sends the keys and the invoice of a paid case on their own ways, and ends the case when the last key is settled (R6, R8). */
@Service
public class SettleRenewal {
    private final RenewalAccess access;
    private final Orders orders;
    private final Invoices invoices;
    private final Certificates certificates;
    private final Claims claims;
    private final RenewalNotices notices;
    private final RenewalSettings settings;
    private final Signals signals;
    private final AppendToRecord log;
    private final Clock clock;

    SettleRenewal(
            RenewalAccess access,
            Orders orders,
            Invoices invoices,
            Certificates certificates,
            Claims claims,
            RenewalNotices notices,
            RenewalSettings settings,
            Signals signals,
            AppendToRecord log,
            Clock clock) {
        this.access = access;
        this.orders = orders;
        this.invoices = invoices;
        this.certificates = certificates;
        this.claims = claims;
        this.notices = notices;
        this.settings = settings;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    /** Starts the update of every key that is owed, each a process of its own. */
    @Transactional
    public void startRekeys(Actor job, UUID caseId) {
        job.require(Role.SYSTEM);
        var order = orders.ofCase(caseId).orElseThrow();
        for (var item : order.items()) {
            if (item.state() == ItemState.OWED) {
                signals.start(
                        Processes.REKEY,
                        item.id().toString(),
                        Map.of(
                                "caseId",
                                caseId.toString(),
                                "supersedeGrace",
                                settings.supersedeGrace().toString()));
                notices.updateKey(caseId, order, item);
            }
        }
    }

    /** Asks for the invoice that the customer chose, and starts its process. */
    @Transactional
    public void startInvoicing(Actor job, UUID caseId) {
        job.require(Role.SYSTEM);
        var order = orders.ofCase(caseId).orElseThrow();
        var choice = Objects.requireNonNull(access.seen(job, caseId).draft().invoice(), "an invoice is wanted");
        var invoice = invoices.ask(job, caseId, order.id(), choice);
        var variables = new HashMap<String, Object>();
        variables.put("caseId", caseId.toString());
        variables.put("kind", invoice.kind().isPaper() ? "paper" : "electronic");
        signals.start(Processes.INVOICING, invoice.id().toString(), variables);
    }

    /**
     * Ends one item and tells the case when it was the last. The order's row is locked first, so that of two items that
     * end at once one sees itself as the last.
     *
     * @param renewed false if staff settled it without a new certificate
     */
    @Transactional
    public void settleItem(Actor job, UUID item, boolean renewed) {
        job.require(Role.SYSTEM);
        orders.lock(orders.withItem(item).id());
        var order = orders.itemEnded(job, item, renewed ? ItemState.RENEWED : ItemState.SETTLED, "");
        var row = access.locked(order.caseId());
        var ended = order.items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow();
        claims.release(order.caseId(), ended.certificate());
        row.foundBy(successor(job, ended).stream().map(CertificatePair::serial).toList());
        if (order.state() == OrderState.FULFILLED
                && !signals.correlate(Messages.RENEWAL_SETTLED, order.caseId().toString(), Map.of())) {
            throw new IllegalStateException("renewal " + order.caseId() + " does not wait to be settled");
        }
    }

    private List<CertificatePair> successor(Actor job, OrderItem item) {
        var next = certificates.one(job, item.certificate()).successor();
        return next == null ? List.of() : List.of(certificates.one(job, next));
    }

    /** Every key is settled and every platform told; or all money went back. */
    @Transactional
    public void close(Actor job, UUID caseId) {
        job.require(Role.SYSTEM);
        var row = access.locked(caseId);
        var refunded = orders.ofCase(caseId).orElseThrow().state() == OrderState.REFUNDED;
        if (refunded) {
            row.refunded(clock.instant());
        } else {
            row.renewed(clock.instant());
        }
        claims.releaseAllBut(caseId, List.of());
        log.append(job, caseId, "renewal " + caseId, refunded ? "renewal-refunded" : "renewal-completed", Map.of());
    }
}

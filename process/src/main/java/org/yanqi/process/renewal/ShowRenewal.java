package org.yanqi.process.renewal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.payment.PaymentState;
import org.yanqi.process.payment.Payments;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.Rekeys;
import org.yanqi.process.renewal.model.RenewalRow;
import org.yanqi.process.renewal.model.RenewalRows;
import org.yanqi.process.worklist.SearchWorkItems;

/** Reads renewals for their customers. */
@Service
@Transactional(readOnly = true)
public class ShowRenewal {
    private static final Limit LONGEST_LIST = Limit.of(200);
    private static final List<Step> DRAFT_STEPS =
            List.of(Step.SELECT_CERTIFICATES, Step.BIND_PLATFORMS, Step.DECLARE_OPEN_BIDS, Step.CONFIRM_ORDER);

    private final RenewalRows rows;
    private final RenewalAccess access;
    private final Orders orders;
    private final Payments payments;
    private final Rekeys rekeys;
    private final Invoices invoices;
    private final SearchWorkItems workItems;

    ShowRenewal(
            RenewalRows rows,
            RenewalAccess access,
            Orders orders,
            Payments payments,
            Rekeys rekeys,
            Invoices invoices,
            SearchWorkItems workItems) {
        this.rows = rows;
        this.access = access;
        this.orders = orders;
        this.payments = payments;
        this.rekeys = rekeys;
        this.invoices = invoices;
        this.workItems = workItems;
    }

    /** @throws NotFound if there is none that this actor may see */
    public RenewalView one(Actor actor, UUID renewal) {
        return view(access.seen(actor, renewal));
    }

    /**
     * The organisation's renewals, the one touched last first; a holder sees their own and those that renew a certificate
     * of theirs; staff see all. At most 200.
     */
    public List<RenewalView> visibleTo(Actor actor) {
        return rowsOf(actor).stream().map(this::view).toList();
    }

    private List<RenewalRow> rowsOf(Actor actor) {
        if (!actor.isCustomer()) {
            return rows.latest(LONGEST_LIST);
        }
        var organisation = Objects.requireNonNull(actor.organisation(), "a customer acts for an organisation");
        if (actor.role() == Role.ORGANISATION_ADMINISTRATOR) {
            return rows.ofOrganisation(organisation, LONGEST_LIST);
        }
        var ordered = orders.visibleTo(actor).stream().map(Order::caseId).toList();
        return rows.ofHolder(
                organisation,
                Objects.requireNonNull(actor.person(), "a holder is a person"),
                ordered.isEmpty() ? List.of(new UUID(0, 0)) : ordered,
                LONGEST_LIST);
    }

    RenewalView view(RenewalRow row) {
        var order = orders.ofCase(row.id()).orElse(null);
        var payment = order == null ? null : payment(order);
        var afterPayment = row.state() == RenewalState.PAID || row.state() == RenewalState.RENEWED;
        var step = step(row, order);
        var refused = step == Step.CHOOSE_INVOICE && payment != null && payment.state() == PaymentState.FAILED;
        return new RenewalView(
                row.id(),
                row.organisation(),
                row.state(),
                step,
                row.draft(),
                order,
                payment,
                afterPayment ? rekeys.ofCase(row.id()) : List.of(),
                afterPayment ? invoices.ofCase(row.id()).orElse(null) : null,
                row.started(),
                row.touched(),
                row.startedBy(),
                refused ? "payment-refused" : null);
    }

    /** The attempt that is open, else the one that succeeded, else the last. */
    private @Nullable Payment payment(Order order) {
        return payments.current(order.id())
                .orElseGet(() -> payments.ofOrder(order.id()).stream()
                        .max(Comparator.<Payment, Boolean>comparing(one -> one.state() == PaymentState.SUCCEEDED)
                                .thenComparing(Payment::opened))
                        .orElse(null));
    }

    private Step step(RenewalRow row, @Nullable Order order) {
        return switch (row.state()) {
            case DRAFT -> draftStep(workItems.openKinds(row.id().toString()));
            case AWAITING_PAYMENT ->
                workItems.openKinds(row.id().toString()).contains(Step.CHOOSE_INVOICE.id())
                        ? Step.CHOOSE_INVOICE
                        : Step.PAY;
            case PAID -> isOwed(order) ? Step.UPDATE_KEY : Step.INVOICE;
            case RENEWED, REFUNDED -> Step.INVOICE;
            case CANCELLED, ABANDONED, CLOSED -> order == null ? Step.SELECT_CERTIFICATES : Step.PAY;
        };
    }

    private static Step draftStep(Set<String> open) {
        return DRAFT_STEPS.stream()
                .filter(step -> open.contains(step.id()))
                .findFirst()
                .orElse(Step.SELECT_CERTIFICATES);
    }

    /** Before the terms are fixed the items are only ordered; that counts as owed as well. */
    private static boolean isOwed(@Nullable Order order) {
        return order == null
                || order.items().stream()
                        .anyMatch(item -> item.state() == ItemState.OWED || item.state() == ItemState.ORDERED);
    }
}

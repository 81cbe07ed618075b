package org.yanqi.process.renewal.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.renewal.OrderRefund;
import org.yanqi.process.renewal.OrderRefund.State;

/** A decision to give back what some of an order's certificates cost, and what became of it; always two persons' (R14). */
@Entity
@Table(name = "order_refund")
public class OrderRefundRow {
    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private UUID caseId = new UUID(0, 0);
    private UUID orderId = new UUID(0, 0);
    private long fen;
    private String reason = "";

    @Enumerated(EnumType.STRING)
    private State state = State.DECIDED;

    private Instant decided = Instant.EPOCH;
    private String decidedBy = "";
    private @Nullable Instant approved;
    private @Nullable String approvedBy;
    private @Nullable String approvalReason;
    private @Nullable Instant ended;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "order_refund_item", joinColumns = @JoinColumn(name = "refund_id"))
    @Column(name = "item")
    private Set<UUID> items = new HashSet<>();

    protected OrderRefundRow() {}

    /** Finance has decided. */
    public OrderRefundRow(UUID caseId, UUID order, Set<UUID> items, long fen, String reason, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.orderId = order;
        this.items = new HashSet<>(items);
        this.fen = fen;
        this.reason = reason;
        this.decidedBy = by;
        this.decided = at;
    }

    /** A second person agrees. @throws IllegalStateException if it is the one who decided */
    public void approve(String by, String why, Instant at) {
        require(State.DECIDED);
        if (Objects.equals(by, decidedBy)) {
            throw new IllegalStateException(by + " decided refund " + id);
        }
        this.state = State.APPROVED;
        this.approvedBy = by;
        this.approvalReason = why;
        this.approved = at;
    }

    public void decline(String by, String why, Instant at) {
        require(State.DECIDED);
        this.state = State.DECLINED;
        this.approvedBy = by;
        this.approvalReason = why;
        this.ended = at;
    }

    /** @param refunded false if the provider would not give it back: an exception has it */
    public void end(boolean refunded, Instant at) {
        require(State.APPROVED);
        this.state = refunded ? State.REFUNDED : State.FAILED;
        this.ended = at;
    }

    private void require(State expected) {
        if (state != expected) {
            throw new IllegalStateException("refund " + id + " is " + state + ", not " + expected);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID order() {
        return orderId;
    }

    public long fen() {
        return fen;
    }

    public String reason() {
        return reason;
    }

    public State state() {
        return state;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Set<UUID> items() {
        return Set.copyOf(items);
    }

    /** @param number the refund's number, once it has one */
    public OrderRefund view(@Nullable String number) {
        return new OrderRefund(
                id, caseId, items(), fen, reason, state, decided, decidedBy, approvedBy, approvalReason, ended, number);
    }
}

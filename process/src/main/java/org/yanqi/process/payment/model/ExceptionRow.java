package org.yanqi.process.payment.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.ExceptionKind;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.PaymentException.State;

/** Money that fits no open order, and what people decided about it. */
@Entity
@Table(name = "payment_exception")
public class ExceptionRow {
    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private String onceKey = "";

    @Enumerated(EnumType.STRING)
    private ExceptionKind kind = ExceptionKind.UNKNOWN_ORDER;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    private @Nullable UUID paymentId;
    private @Nullable UUID orderId;
    private @Nullable UUID caseId;

    @Enumerated(EnumType.STRING)
    private Channel channel = Channel.WECHAT;

    private String number = "";
    private @Nullable String providerNumber;
    private long fen;
    private @Nullable Long expectedFen;
    private String evidence = "";
    private @Nullable Instant paidAt;
    private @Nullable String payer;
    private Instant opened = Instant.EPOCH;
    private @Nullable String decision;
    private @Nullable String decidedBy;
    private @Nullable String reason;
    private @Nullable String approvedBy;
    private @Nullable String approvalReason;
    private long refundFen;
    private @Nullable String rule;
    private @Nullable String transferReference;
    private @Nullable String transferredBy;
    private @Nullable Instant closed;

    protected ExceptionRow() {}

    /** Finance has decided; {@code refund} fen are to go back. */
    public void decide(String what, String by, String why, long refund) {
        require(State.OPEN);
        this.state = State.DECIDED;
        this.decision = what;
        this.decidedBy = by;
        this.reason = why;
        this.refundFen = refund;
        this.rule = null;
        this.approvedBy = null;
        this.approvalReason = null;
    }

    /** All of it goes back because a rule says so: nobody decides, nobody approves (R14). */
    public void decideByRule(String which) {
        require(State.OPEN);
        this.state = State.APPROVED;
        this.decision = "refund";
        this.rule = which;
        this.refundFen = fen;
    }

    /** A second person has agreed. */
    public void approve(String by, String why) {
        require(State.DECIDED);
        this.state = State.APPROVED;
        this.approvedBy = by;
        this.approvalReason = why;
    }

    /** Belongs to this order after all: an attempt holds the money, as if it had been opened for it. */
    public void belongsTo(UUID payment, UUID order, UUID theCase, long price) {
        if (paymentId != null) {
            throw new IllegalStateException("exception " + id + " has a payment");
        }
        this.paymentId = payment;
        this.orderId = order;
        this.caseId = theCase;
        this.expectedFen = price;
    }

    /** Back to finance for another decision. */
    public void reopen(@Nullable String why) {
        if (state == State.CLOSED) {
            throw new IllegalStateException("exception " + id + " is closed");
        }
        this.state = State.OPEN;
        this.approvalReason = why;
    }

    public void transferred(String reference, String by) {
        require(State.APPROVED);
        this.transferReference = reference;
        this.transferredBy = by;
    }

    public void close(Instant at) {
        if (state != State.CLOSED) {
            this.state = State.CLOSED;
            this.closed = at;
        }
    }

    private void require(State expected) {
        if (state != expected) {
            throw new IllegalStateException("exception " + id + " is " + state + ", not " + expected);
        }
    }

    public UUID id() {
        return id;
    }

    public ExceptionKind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    public @Nullable UUID payment() {
        return paymentId;
    }

    public @Nullable UUID order() {
        return orderId;
    }

    public @Nullable UUID caseId() {
        return caseId;
    }

    public Channel channel() {
        return channel;
    }

    public String number() {
        return number;
    }

    public long fen() {
        return fen;
    }

    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public @Nullable String providerNumber() {
        return providerNumber;
    }

    /** When it arrived, if the channel said so. */
    public @Nullable Instant paidAt() {
        return paidAt;
    }

    public @Nullable String payer() {
        return payer;
    }

    public Instant opened() {
        return opened;
    }

    public long refundFen() {
        return refundFen;
    }

    public PaymentException view(@Nullable String refundNumber) {
        return new PaymentException(
                id,
                kind,
                state,
                paymentId,
                orderId,
                caseId,
                channel,
                number,
                providerNumber,
                fen,
                expectedFen,
                paidAt,
                payer,
                evidence,
                opened,
                decision,
                decidedBy,
                rule,
                reason,
                refundFen,
                refundNumber,
                transferReference);
    }
}

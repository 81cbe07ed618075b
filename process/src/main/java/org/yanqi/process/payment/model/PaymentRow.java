package org.yanqi.process.payment.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.payment.PaymentState;

/** One attempt to pay; its state moves along allowed arrows only. */
@Entity
@Table(name = "payment")
public class PaymentRow {
    private static final Map<PaymentState, Set<PaymentState>> ARROWS = Map.of(
            PaymentState.CREATED,
                    Set.of(
                            PaymentState.OPEN,
                            PaymentState.FAILED,
                            PaymentState.CLOSED,
                            PaymentState.SUCCEEDED,
                            PaymentState.FROZEN),
            PaymentState.OPEN, Set.of(PaymentState.SUCCEEDED, PaymentState.CLOSED, PaymentState.FROZEN),
            PaymentState.CLOSED, Set.of(PaymentState.SUCCEEDED, PaymentState.FROZEN),
            PaymentState.FAILED, Set.of(PaymentState.SUCCEEDED, PaymentState.FROZEN),
            PaymentState.FROZEN, Set.of(PaymentState.SUCCEEDED, PaymentState.REFUNDED),
            PaymentState.SUCCEEDED, Set.of(PaymentState.REFUNDED),
            PaymentState.REFUNDED, Set.of());

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private String number = "";
    private UUID orderId = new UUID(0, 0);
    private UUID caseId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private Channel channel = Channel.WECHAT;

    private long fen;

    @Enumerated(EnumType.STRING)
    private PaymentState state = PaymentState.CREATED;

    private @Nullable String code;
    private @Nullable Instant codeExpires;
    private Instant opened = Instant.EPOCH;
    private @Nullable String providerNumber;
    private @Nullable Long paidFen;
    private @Nullable Instant paidAt;
    private @Nullable String payer;
    private @Nullable Instant counted;
    private long refundedFen;
    private @Nullable Instant nextQuery;
    private int queries;

    protected PaymentRow() {}

    public PaymentRow(String number, UUID order, UUID caseId, Channel channel, long fen, Instant opened) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.orderId = order;
        this.caseId = caseId;
        this.channel = channel;
        this.fen = fen;
        this.opened = opened;
    }

    /** Moves along an arrow. @throws IllegalStateException if there is none */
    public void move(PaymentState to) {
        if (!ARROWS.getOrDefault(state, Set.of()).contains(to)) {
            throw new IllegalStateException("payment " + number + " cannot go from " + state + " to " + to);
        }
        state = to;
        if (to != PaymentState.OPEN) {
            nextQuery = null;
        }
    }

    /** A code to scan, the first or a fresh one. */
    public void show(String content, Instant expires) {
        this.code = content;
        this.codeExpires = expires;
    }

    /** What arrived; once. */
    public void received(@Nullable String provider, long amount, Instant at, @Nullable String by) {
        if (paidFen != null) {
            throw new IllegalStateException("payment " + number + " has been paid already");
        }
        this.providerNumber = provider;
        this.paidFen = amount;
        this.paidAt = at;
        this.payer = by;
    }

    /** The money counts for its order from now on. */
    public void countedAt(Instant at) {
        this.counted = at;
    }

    /** @return true if nothing is left of what arrived */
    public boolean refunded(long amount) {
        refundedFen += amount;
        return paidFen != null && refundedFen >= paidFen;
    }

    /** The provider is to be asked then, if nobody tells us before. */
    public void queryAt(Instant next) {
        this.nextQuery = next;
        this.queries++;
    }

    /** How often its turn to be asked after has come. */
    public int queries() {
        return queries;
    }

    public void queryNoMore() {
        this.nextQuery = null;
    }

    /** Fen that arrived; 0 until something did. */
    public long paid() {
        return paidFen == null ? 0 : paidFen;
    }

    public boolean isOpen() {
        return state == PaymentState.OPEN || state == PaymentState.CREATED;
    }

    /** All that arrived went back. */
    public void givenBack() {
        refundedFen = Objects.requireNonNull(paidFen, "nothing arrived");
    }

    /** Nothing is left of the money that arrived. */
    public boolean isGivenBack() {
        return paidFen != null && refundedFen >= paidFen;
    }

    public boolean hasMoney() {
        return paidFen != null;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public UUID order() {
        return orderId;
    }

    public UUID caseId() {
        return caseId;
    }

    public Channel channel() {
        return channel;
    }

    public long fen() {
        return fen;
    }

    public PaymentState state() {
        return state;
    }

    public @Nullable String providerNumber() {
        return providerNumber;
    }

    public Payment view() {
        return new Payment(
                id,
                number,
                orderId,
                caseId,
                channel,
                fen,
                state,
                code,
                codeExpires,
                opened,
                providerNumber,
                paidFen,
                paidAt,
                payer);
    }
}

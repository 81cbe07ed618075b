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
import org.yanqi.process.payment.Refund;

/** Money on its way back, under one number however often the provider is asked. */
@Entity
@Table(name = "refund")
public class RefundRow {
    /** Where it stands. */
    public enum State {
        ASKED,
        PENDING,
        SUCCEEDED,
        FAILED
    }

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private String number = "";
    private @Nullable UUID exceptionId;
    private @Nullable UUID orderRefund;
    private @Nullable UUID paymentId;

    @Enumerated(EnumType.STRING)
    private Channel channel = Channel.WECHAT;

    private String paymentNumber = "";
    private long totalFen;
    private long fen;
    private String reason = "";

    @Enumerated(EnumType.STRING)
    private State state = State.ASKED;

    private Instant asked = Instant.EPOCH;
    private @Nullable Instant succeeded;

    protected RefundRow() {}

    /** Money that does not fit. */
    public RefundRow(String number, ExceptionRow cause, String reason, Instant asked) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.exceptionId = cause.id();
        this.paymentId = cause.payment();
        this.channel = cause.channel();
        this.paymentNumber = cause.number();
        this.totalFen = cause.fen();
        this.fen = cause.refundFen();
        this.reason = reason;
        this.asked = asked;
    }

    /** A part of what an order was paid with, or all of it. */
    public RefundRow(String number, UUID orderRefund, PaymentRow payment, long fen, String reason, Instant asked) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.orderRefund = orderRefund;
        this.paymentId = payment.id();
        this.channel = payment.channel();
        this.paymentNumber = payment.number();
        this.totalFen = payment.paid();
        this.fen = fen;
        this.reason = reason;
        this.asked = asked;
    }

    /** It failed, and an exception has it from now on: asked for again under the same number, or transferred by hand. */
    public void handTo(UUID exception) {
        this.exceptionId = exception;
    }

    /** Asks once more under the same number, after a failure. */
    public void again(Instant at) {
        if (state == State.FAILED) {
            this.state = State.ASKED;
            this.asked = at;
        }
    }

    /** @return true if it has just succeeded; a refund that succeeded stays so whatever is said later */
    public boolean learn(State to, Instant at) {
        if (state == State.SUCCEEDED) {
            return false;
        }
        this.state = to;
        if (to == State.SUCCEEDED) {
            this.succeeded = at;
        }
        return to == State.SUCCEEDED;
    }

    public String number() {
        return number;
    }

    public @Nullable UUID exception() {
        return exceptionId;
    }

    public @Nullable UUID orderRefund() {
        return orderRefund;
    }

    public @Nullable UUID payment() {
        return paymentId;
    }

    public Channel channel() {
        return channel;
    }

    public String paymentNumber() {
        return paymentNumber;
    }

    public long totalFen() {
        return totalFen;
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

    public Instant asked() {
        return asked;
    }

    public Refund view() {
        return new Refund(id, number, paymentId, fen, reason, state.name(), asked, succeeded);
    }
}

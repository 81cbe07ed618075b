package org.yanqi.process.invoicing.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.invoicing.Correction;
import org.yanqi.process.invoicing.Correction.State;

/** A red letter from the wish to the tax system's number; refuses every step that its state does not allow. */
@Entity
@Table(name = "invoice_correction")
public class CorrectionRow {
    private static final String SERVICE_STOPPED = "03";
    private static final int TROUBLE_LENGTH = 500;

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private UUID caseId = new UUID(0, 0);
    private UUID orderId = new UUID(0, 0);
    private UUID invoiceId = new UUID(0, 0);
    private String serial = "";
    private String reason = SERVICE_STOPPED;
    private long restFen;

    @Enumerated(EnumType.STRING)
    private State state = State.ASKED;

    private @Nullable String channelId;
    private @Nullable String confirmation;
    private @Nullable String redNumber;
    private @Nullable String trouble;
    private int asks;
    private Instant asked = Instant.EPOCH;
    private @Nullable Instant submitted;
    private @Nullable Instant ended;
    private @Nullable UUID nextInvoice;

    protected CorrectionRow() {}

    /** Money of the invoice's order went back: the service of some certificates has stopped. */
    public CorrectionRow(InvoiceRow invoice, String serial, long rest, Instant asked) {
        this.id = UUID.randomUUID();
        this.caseId = invoice.caseId();
        this.orderId = invoice.order();
        this.invoiceId = invoice.id();
        this.serial = serial;
        this.restFen = rest;
        this.asked = asked;
    }

    /** More of the order was refunded before the new invoice was made. */
    public void leave(long rest) {
        require(State.ASKED, State.SUBMITTED, State.CONFIRMED, State.REFUSED);
        this.restFen = rest;
    }

    public void submitted(String channel, Instant at) {
        require(State.ASKED, State.SUBMITTED);
        this.state = State.SUBMITTED;
        this.channelId = channel;
        this.submitted = at;
        this.trouble = null;
    }

    /** @return how often the channel has been asked about it */
    public int countAsk() {
        return ++asks;
    }

    public void confirmed(String number) {
        require(State.SUBMITTED, State.CONFIRMED);
        this.state = State.CONFIRMED;
        this.confirmation = number;
    }

    /** The form is void; finance decides. */
    public void refused(String why) {
        require(State.ASKED, State.SUBMITTED, State.CONFIRMED);
        this.state = State.REFUSED;
        this.trouble = why.length() > TROUBLE_LENGTH ? why.substring(0, TROUBLE_LENGTH) : why;
    }

    /** Once more, under a new serial: the channel keeps its answer to the old one. */
    public void again(String newSerial) {
        require(State.REFUSED);
        this.state = State.ASKED;
        this.serial = newSerial;
        this.channelId = null;
        this.confirmation = null;
        this.asks = 0;
    }

    /** By the channel, or entered by finance, who made it at the tax system itself. */
    public void issued(String confirmedAs, String number, Instant at) {
        require(State.ASKED, State.SUBMITTED, State.CONFIRMED, State.REFUSED);
        this.state = State.ISSUED;
        this.confirmation = confirmedAs;
        this.redNumber = number;
        this.trouble = null;
        this.ended = at;
    }

    public void notNeeded(Instant at) {
        require(State.ASKED);
        this.state = State.NOT_NEEDED;
        this.ended = at;
    }

    public void giveUp(String why, Instant at) {
        require(State.REFUSED);
        this.state = State.GIVEN_UP;
        this.trouble = why;
        this.ended = at;
    }

    public void followedBy(UUID invoice) {
        this.nextInvoice = invoice;
    }

    private void require(State... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw new IllegalStateException("correction " + serial + " is " + state);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID invoice() {
        return invoiceId;
    }

    public String serial() {
        return serial;
    }

    public String reason() {
        return reason;
    }

    public long rest() {
        return restFen;
    }

    public State state() {
        return state;
    }

    public @Nullable String channelId() {
        return channelId;
    }

    public @Nullable String confirmation() {
        return confirmation;
    }

    public @Nullable Instant submitted() {
        return submitted;
    }

    public Correction view() {
        return new Correction(
                id, caseId, invoiceId, serial, reason, restFen, state, confirmation, redNumber, trouble, asked, ended);
    }
}

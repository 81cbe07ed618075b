package org.yanqi.process.renewal.model;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.renewal.Draft;
import org.yanqi.process.renewal.RenewalState;

/** A case; refuses every step that its state does not allow. */
@Entity
@Table(name = "renewal")
public class RenewalRow {
    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private UUID organisation = new UUID(0, 0);
    private @Nullable UUID person;

    @Enumerated(EnumType.STRING)
    private RenewalState state = RenewalState.DRAFT;

    @Convert(converter = DraftColumn.class)
    private Draft draft = Draft.empty();

    private boolean invoiceChosen;
    private @Nullable Long totalFen;
    private Instant started = Instant.EPOCH;
    private Instant touched = Instant.EPOCH;
    private String startedBy = "";
    private @Nullable String cancelReason;
    private String words = "";

    protected RenewalRow() {}

    /** @param person the holder who renews their own certificate; null if it is the organisation's renewal */
    public RenewalRow(UUID organisation, @Nullable UUID person, Draft draft, String startedBy, Instant at) {
        this.id = UUID.randomUUID();
        this.organisation = organisation;
        this.person = person;
        this.draft = draft;
        this.startedBy = startedBy;
        this.started = at;
        this.touched = at;
    }

    public UUID id() {
        return id;
    }

    public UUID organisation() {
        return organisation;
    }

    public @Nullable UUID person() {
        return person;
    }

    public RenewalState state() {
        return state;
    }

    public Draft draft() {
        return draft;
    }

    /** The step that chooses the invoice was completed once: its kind is final. */
    public boolean invoiceChosen() {
        return invoiceChosen;
    }

    public Instant started() {
        return started;
    }

    public Instant touched() {
        return touched;
    }

    public String startedBy() {
        return startedBy;
    }

    public @Nullable String cancelReason() {
        return cancelReason;
    }

    public String words() {
        return words;
    }

    public void keep(Draft next, Instant at) {
        if (state != RenewalState.DRAFT && state != RenewalState.AWAITING_PAYMENT) {
            throw new IllegalStateException("renewal " + id + " is " + state + ", its draft is fixed");
        }
        this.draft = next;
        this.touched = at;
    }

    public void chooseInvoice(Draft next, Instant at) {
        keep(next, at);
        this.invoiceChosen = true;
    }

    public void price(long fen) {
        this.totalFen = fen;
    }

    public @Nullable Long totalFen() {
        return totalFen;
    }

    public void ordered(Instant at) {
        move(RenewalState.AWAITING_PAYMENT, at, RenewalState.DRAFT);
    }

    /** Paid, also late: after the case was closed or cancelled. */
    public void paid(Instant at) {
        move(RenewalState.PAID, at, RenewalState.AWAITING_PAYMENT, RenewalState.CLOSED, RenewalState.CANCELLED);
    }

    public void renewed(Instant at) {
        move(RenewalState.RENEWED, at, RenewalState.PAID);
    }

    public void refunded(Instant at) {
        move(RenewalState.REFUNDED, at, RenewalState.PAID);
    }

    /** Why the customer wants to cancel; the model decides whether it still can. */
    public void askCancel(String reason, Instant at) {
        this.cancelReason = reason;
        this.touched = at;
    }

    public void cancelled(Instant at) {
        move(RenewalState.CANCELLED, at, RenewalState.DRAFT, RenewalState.AWAITING_PAYMENT);
    }

    public void closed(Instant at) {
        move(RenewalState.CLOSED, at, RenewalState.AWAITING_PAYMENT);
    }

    public void abandoned(Instant at) {
        move(RenewalState.ABANDONED, at, RenewalState.DRAFT);
    }

    /** Adds words by which the case is found. */
    public void foundBy(Collection<String> more) {
        var all = new LinkedHashSet<String>();
        if (!words.isEmpty()) {
            all.addAll(Arrays.asList(words.split("\n")));
        }
        more.stream().map(word -> word.strip().toLowerCase(Locale.ROOT)).forEach(all::add);
        this.words = String.join("\n", all);
    }

    private void move(RenewalState next, Instant at, RenewalState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new IllegalStateException("renewal " + id + " cannot go from " + state + " to " + next);
        }
        this.state = next;
        this.touched = at;
    }
}

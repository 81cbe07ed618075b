package org.yanqi.process.invoicing.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.invoicing.Invoice;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.invoicing.InvoiceKind;
import org.yanqi.process.invoicing.InvoiceState;
import org.yanqi.process.invoicing.Vat;
import org.yanqi.process.invoicing.port.TaxChannel;

/** An invoice from the wish to the customer's hands. */
@Entity
@Table(name = "invoice")
public class InvoiceRow {
    private static final int REJECTION_LENGTH = 500;

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private UUID caseId = new UUID(0, 0);
    private UUID orderId = new UUID(0, 0);
    private String orderNumber = "";
    private UUID organisationId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private InvoiceKind kind = InvoiceKind.ELECTRONIC_ORDINARY;

    @Enumerated(EnumType.STRING)
    private InvoiceState state = InvoiceState.ASKED;

    @Embedded
    private TitleOnInvoice title = new TitleOnInvoice();

    @Embedded
    private LineOnInvoice line = new LineOnInvoice();

    /** Absent while nobody said where it is to go. */
    @Embedded
    private @Nullable WayOfInvoice way = new WayOfInvoice();

    private String serial = "";
    private @Nullable String channelId;
    private int asks;
    private @Nullable Instant offered;

    private @Nullable String number;

    private @Nullable String paperCode;
    private @Nullable String paperNumber;
    private @Nullable Instant issued;
    private @Nullable String rejection;
    private @Nullable String receivedBy;
    private boolean specimen;
    private Instant asked = Instant.EPOCH;

    protected InvoiceRow() {}

    /** The order an invoice is for. */
    public record For(UUID caseId, UUID order, String orderNumber, UUID organisation) {}

    /** The service sold, as it is copied onto the invoice. */
    public record Goods(String code, String name, String line) {}

    public InvoiceRow(
            For of, String serial, InvoiceKind kind, InvoiceTitle title, Vat amounts, Goods goods, Instant asked) {
        this.id = UUID.randomUUID();
        this.caseId = of.caseId();
        this.orderId = of.order();
        this.orderNumber = of.orderNumber();
        this.organisationId = of.organisation();
        this.serial = serial;
        this.kind = kind;
        this.title = new TitleOnInvoice(title);
        this.line = new LineOnInvoice(goods, amounts);
        this.asked = asked;
    }

    /** Where it is to go. */
    public void deliverTo(
            @Nullable String mail, InvoiceChoice.@Nullable Collection collection, @Nullable Recipient recipient) {
        this.way = new WayOfInvoice(mail, collection, recipient);
    }

    public void correct(InvoiceTitle corrected) {
        require(InvoiceState.ASKED, InvoiceState.REJECTED);
        this.title = new TitleOnInvoice(corrected);
    }

    /** The tax channel is about to be told, and may hold it from now on. */
    public void offered(Instant at) {
        require(InvoiceState.ASKED, InvoiceState.SUBMITTED);
        this.offered = at;
    }

    /** True until the tax channel may hold it, and again after a rejection. */
    public boolean isOpenToChange() {
        return state == InvoiceState.ASKED && offered == null || state == InvoiceState.REJECTED;
    }

    /** Its order was refunded whole. */
    public void cancel() {
        requireOpenToChange();
        this.state = InvoiceState.CANCELLED;
    }

    /** A part of its order was refunded. */
    public void reduce(Vat amounts) {
        requireOpenToChange();
        this.line = line.costing(amounts);
    }

    private void requireOpenToChange() {
        if (!isOpenToChange()) {
            throw new IllegalStateException("invoice " + serial + " is " + state + " and may be with the tax channel");
        }
    }

    /** A red letter took it back. */
    public void reversed() {
        require(InvoiceState.ISSUED, InvoiceState.DELIVERED);
        this.state = InvoiceState.REVERSED;
    }

    public void submitted(String channel) {
        require(InvoiceState.ASKED, InvoiceState.SUBMITTED);
        this.state = InvoiceState.SUBMITTED;
        this.channelId = channel;
        this.rejection = null;
    }

    /** @return how often the channel has been asked about it */
    public int countAsk() {
        return ++asks;
    }

    public void rejected(String why) {
        require(InvoiceState.ASKED, InvoiceState.SUBMITTED, InvoiceState.REJECTED);
        this.state = InvoiceState.REJECTED;
        this.rejection = why.length() > REJECTION_LENGTH ? why.substring(0, REJECTION_LENGTH) : why;
    }

    /** True while the channel may have a submission of it and has not decided; an answer that got lost counts as one. */
    public boolean isWithChannel() {
        return kind != InvoiceKind.PAPER_SPECIAL && (state == InvoiceState.ASKED || state == InvoiceState.SUBMITTED);
    }

    /** The channel was silent: the same submission under the same serial, which it issues once at most. */
    public void submitAgain() {
        require(InvoiceState.ASKED, InvoiceState.SUBMITTED);
        this.state = InvoiceState.ASKED;
        this.asks = 0;
    }

    /** Once more, under a new serial: the channel keeps its answer to the old one. */
    public void again(String newSerial) {
        require(InvoiceState.REJECTED);
        this.state = InvoiceState.ASKED;
        this.serial = newSerial;
        this.channelId = null;
        this.offered = null;
        this.asks = 0;
    }

    public void onPaper() {
        require(InvoiceState.REJECTED);
        this.kind = InvoiceKind.PAPER_SPECIAL;
        this.state = InvoiceState.ASKED;
        this.offered = null;
        if (way().collection() == null) {
            this.way = way().collectedAt(InvoiceChoice.Collection.COUNTER);
        }
    }

    public void giveUp(String why) {
        require(InvoiceState.REJECTED, InvoiceState.SUBMITTED);
        this.state = InvoiceState.GIVEN_UP;
        this.rejection = why.length() > REJECTION_LENGTH ? why.substring(0, REJECTION_LENGTH) : why;
    }

    public void issued(TaxChannel.Status.Issued by, boolean alwaysSpecimen) {
        require(InvoiceState.SUBMITTED);
        this.state = InvoiceState.ISSUED;
        this.number = by.number();
        this.paperCode = by.paperCode();
        this.paperNumber = by.paperNumber();
        this.issued = by.at();
        this.specimen = by.specimen() || alwaysSpecimen;
    }

    public void issuedOnPaper(String code, String printedNumber, Instant at, boolean isSpecimen) {
        require(InvoiceState.ASKED);
        if (!kind.isPaper()) {
            throw new IllegalStateException("invoice " + serial + " is not a paper invoice");
        }
        this.state = InvoiceState.ISSUED;
        this.paperCode = code;
        this.paperNumber = printedNumber;
        this.issued = at;
        this.specimen = isSpecimen;
    }

    public void delivered() {
        require(InvoiceState.ISSUED, InvoiceState.DELIVERED);
        this.state = InvoiceState.DELIVERED;
    }

    public void receivedBy(String name) {
        this.receivedBy = name;
    }

    /** The same wish of the same customer for another amount, under a serial of its own. */
    public InvoiceRow again(String newSerial, Vat amounts, Instant at) {
        var next = new InvoiceRow(
                new For(caseId, orderId, orderNumber, organisationId),
                newSerial,
                kind,
                title.view(),
                amounts,
                line.goods(),
                at);
        next.way = way().copy();
        return next;
    }

    private void require(InvoiceState... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw new IllegalStateException("invoice " + serial + " is " + state);
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

    public UUID organisation() {
        return organisationId;
    }

    public InvoiceState state() {
        return state;
    }

    public long gross() {
        return line.amounts().gross();
    }

    public BigDecimal rate() {
        return line.amounts().rate();
    }

    /** The number that names it in a red letter: 20 digits, or code and number of a paper one. */
    public String legalNumber() {
        return number != null && paperCode == null ? number : paperCode + "" + paperNumber;
    }

    public InvoiceKind kind() {
        return kind;
    }

    public String serial() {
        return serial;
    }

    public @Nullable String channelId() {
        return channelId;
    }

    public @Nullable Recipient recipient() {
        return way().recipient();
    }

    /** The store gives none back where all of it is empty. */
    private WayOfInvoice way() {
        return way == null ? new WayOfInvoice() : way;
    }

    /** What is told to the tax channel. */
    public TaxChannel.Submission submission() {
        return new TaxChannel.Submission(serial, kind, title.view(), List.of(line.told()));
    }

    public Invoice view(Set<String> files) {
        return new Invoice(
                id,
                caseId,
                orderId,
                orderNumber,
                organisationId,
                kind,
                state,
                title.view(),
                line.amounts(),
                line.goods().code(),
                line.goods().name(),
                way().email(),
                way().collection(),
                recipient(),
                number,
                paperCode,
                paperNumber,
                issued,
                rejection,
                specimen,
                files);
    }
}

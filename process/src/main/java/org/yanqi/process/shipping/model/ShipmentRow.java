package org.yanqi.process.shipping.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.shipping.Shipment;
import org.yanqi.process.shipping.ShipmentState;

/** A parcel from the plan to the signature. */
@Entity
@Table(name = "shipment")
public class ShipmentRow {
    /** The courier's word for collected. */
    private static final String COLLECTED = "50";
    /** The courier's word for signed for. */
    private static final String SIGNED_FOR = "80";

    private static final int REFUSAL_LENGTH = 300;

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private UUID caseId = new UUID(0, 0);
    private String purpose = "";
    private UUID subject = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private ShipmentState state = ShipmentState.PLANNED;

    private String recipientName = "";
    private String recipientMobile = "";
    private String recipientRegion = "";
    private String recipientAddress = "";
    private String bookingKey = "";
    private @Nullable String waybill;
    private boolean booked;
    private @Nullable String refusal;
    private Instant created = Instant.EPOCH;
    private @Nullable Instant delivered;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "shipment_step", joinColumns = @JoinColumn(name = "shipment_id"))
    @OrderColumn(name = "position")
    private List<StepOnRoute> route = new ArrayList<>();

    protected ShipmentRow() {}

    public ShipmentRow(UUID caseId, String purpose, UUID subject, Recipient to, Instant created) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.purpose = purpose;
        this.subject = subject;
        this.recipientName = to.name();
        this.recipientMobile = to.mobile();
        this.recipientRegion = to.region();
        this.recipientAddress = to.address();
        this.bookingKey = "YQ" + id.toString().replace("-", "");
        this.created = created;
    }

    /** The courier gave a waybill. */
    public void booked(String number) {
        if (number.equals(waybill)) {
            return;
        }
        require(ShipmentState.PLANNED);
        this.waybill = number;
        this.booked = true;
        this.state = ShipmentState.BOOKED;
    }

    /** Sent by other hands, with a waybill typed in. */
    public void typed(String number) {
        require(ShipmentState.PLANNED);
        this.waybill = number;
        this.booked = false;
        this.state = ShipmentState.BOOKED;
    }

    /** The courier does not deliver there; a booking key is never used again. */
    public void refused(String why) {
        require(ShipmentState.PLANNED);
        this.state = ShipmentState.REFUSED;
        this.refusal = why.length() > REFUSAL_LENGTH ? why.substring(0, REFUSAL_LENGTH) : why;
    }

    /** Another parcel goes in its stead. */
    public void cancel() {
        if (state != ShipmentState.DELIVERED) {
            this.state = ShipmentState.CANCELLED;
        }
    }

    /** Takes the route as the courier tells it; a shorter one than known is an old answer and is left aside. */
    public void travelled(List<Shipment.Step> steps) {
        if (steps.size() < route.size()) {
            return;
        }
        route.clear();
        steps.stream().map(StepOnRoute::new).forEach(route::add);
        if (state == ShipmentState.BOOKED && has(steps, COLLECTED)) {
            this.state = ShipmentState.COLLECTED;
        }
        if ((state == ShipmentState.BOOKED || state == ShipmentState.COLLECTED) && has(steps, SIGNED_FOR)) {
            this.state = ShipmentState.DELIVERED;
            this.delivered = steps.stream()
                    .filter(step -> SIGNED_FOR.equals(step.code()))
                    .findFirst()
                    .map(Shipment.Step::at)
                    .orElseThrow();
        }
    }

    private static boolean has(List<Shipment.Step> steps, String code) {
        return steps.stream().anyMatch(step -> code.equals(step.code()));
    }

    private void require(ShipmentState expected) {
        if (state != expected) {
            throw new IllegalStateException("shipment " + id + " is " + state);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID subject() {
        return subject;
    }

    public String purpose() {
        return purpose;
    }

    public ShipmentState state() {
        return state;
    }

    public String bookingKey() {
        return bookingKey;
    }

    public @Nullable String waybill() {
        return waybill;
    }

    public Recipient recipient() {
        return new Recipient(null, recipientName, recipientMobile, recipientRegion, recipientAddress);
    }

    public Shipment view() {
        return new Shipment(
                id,
                caseId,
                purpose,
                subject,
                state,
                recipient(),
                waybill,
                booked,
                created,
                delivered,
                route.stream().map(StepOnRoute::view).toList());
    }
}

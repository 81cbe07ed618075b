package org.yanqi.process.payment.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;
import org.yanqi.process.payment.PaymentState;

/** One step of a payment's state, kept so that a forbidden one would be seen. */
@Entity
@Table(name = "payment_transition")
public class PaymentTransitionRow implements Persistable<UUID> {
    @Id
    private UUID id = new UUID(0, 0);

    private UUID paymentId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private PaymentState was = PaymentState.CREATED;

    @Enumerated(EnumType.STRING)
    private PaymentState became = PaymentState.CREATED;

    private Instant at = Instant.EPOCH;

    protected PaymentTransitionRow() {}

    public PaymentTransitionRow(UUID payment, PaymentState was, PaymentState became, Instant at) {
        this.id = UUID.randomUUID();
        this.paymentId = payment;
        this.was = was;
        this.became = became;
        this.at = at;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true;
    }
}

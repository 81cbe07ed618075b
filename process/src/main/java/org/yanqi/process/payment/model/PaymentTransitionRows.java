package org.yanqi.process.payment.model;

import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored steps of payments; only ever added to. */
public interface PaymentTransitionRows extends Repository<PaymentTransitionRow, UUID> {
    PaymentTransitionRow save(PaymentTransitionRow row);
}

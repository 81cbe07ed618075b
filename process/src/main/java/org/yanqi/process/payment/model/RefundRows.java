package org.yanqi.process.payment.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored refunds. */
public interface RefundRows extends Repository<RefundRow, UUID> {
    RefundRow save(RefundRow row);

    Optional<RefundRow> findByNumber(String number);

    Optional<RefundRow> findByExceptionId(UUID exception);

    Optional<RefundRow> findByOrderRefund(UUID orderRefund);

    List<RefundRow> findByPaymentIdOrderByAsked(UUID payment);
}

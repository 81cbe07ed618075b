package org.yanqi.process.payment.model;

import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored steps of payments; only ever added to. */
public interface TransitionRows extends Repository<TransitionRow, UUID> {
    TransitionRow save(TransitionRow row);
}

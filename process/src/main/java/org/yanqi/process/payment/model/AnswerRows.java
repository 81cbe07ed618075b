package org.yanqi.process.payment.model;

import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stored answers of providers; only ever added to. */
public interface AnswerRows extends Repository<AnswerRow, UUID> {
    AnswerRow save(AnswerRow row);
}

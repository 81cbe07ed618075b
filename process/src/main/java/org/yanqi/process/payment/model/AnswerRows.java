package org.yanqi.process.payment.model;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Stored answers of providers; only ever added to. */
public interface AnswerRows extends Repository<AnswerRow, UUID> {
    AnswerRow save(AnswerRow row);

    List<AnswerRow> findByNumberInOrderByAtDesc(Collection<String> numbers, Limit limit);
}

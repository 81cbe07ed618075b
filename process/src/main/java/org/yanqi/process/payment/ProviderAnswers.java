package org.yanqi.process.payment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.payment.model.AnswerRow;
import org.yanqi.process.payment.model.AnswerRows;

/** What providers answered, kept as evidence and shown to staff on the case. */
@Service
public class ProviderAnswers {
    private static final int MOST = 200;

    private final AnswerRows answers;
    private final Clock clock;

    ProviderAnswers(AnswerRows answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Keeps an answer as soon as it is heard; for adapters whose answer carries more than the port hands on.
     *
     * @param evidence secrets removed
     */
    @Transactional
    public void keep(
            String number, String verb, String state, @Nullable String providerNumber, long fen, String evidence) {
        answers.save(new AnswerRow(number, verb, state, providerNumber, fen, evidence, clock.instant()));
    }

    /** The latest answers about these payments and refunds, newest first. */
    @Transactional(readOnly = true)
    public List<ProviderAnswer> about(Collection<String> numbers) {
        return answers.findByNumberInOrderByAtDesc(numbers, Limit.of(MOST)).stream()
                .map(AnswerRow::view)
                .toList();
    }
}

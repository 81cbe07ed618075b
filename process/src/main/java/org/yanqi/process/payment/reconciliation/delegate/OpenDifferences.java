package org.yanqi.process.payment.reconciliation.delegate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.reconciliation.WalkDay;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** open-differences: gives money that only one side has its exception, in batches; sets {@code toSign} and {@code lookAgain}. */
@Component
class OpenDifferences implements Worker {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final WalkDay days;

    OpenDifferences(WalkDay days) {
        this.days = days;
    }

    @Override
    public String topic() {
        return "open-differences";
    }

    @Override
    public Answer work(Work work) {
        var day = LocalDate.parse(work.businessKey());
        if (days.hold(day)) {
            return new Answer.NotYet(PAUSE);
        }
        return Answer.done(() -> {
            var next = days.next(day);
            return Map.of("toSign", next.toSign(), "lookAgain", next.lookAgain());
        });
    }
}

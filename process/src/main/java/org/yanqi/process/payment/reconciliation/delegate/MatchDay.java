package org.yanqi.process.payment.reconciliation.delegate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.reconciliation.AskAboutOneSided;
import org.yanqi.process.payment.reconciliation.WalkDay;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** match-day: compares the bills with what we counted, and asks the channels about what only one side has. */
@Component
class MatchDay implements Worker {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final WalkDay days;
    private final AskAboutOneSided ask;

    MatchDay(WalkDay days, AskAboutOneSided ask) {
        this.days = days;
        this.ask = ask;
    }

    @Override
    public String topic() {
        return "match-day";
    }

    @Override
    public Answer work(Work work) {
        var day = LocalDate.parse(work.businessKey());
        days.compare(day);
        return ask.ask(day) ? new Answer.NotYet(PAUSE) : Answer.done(Map::of);
    }
}

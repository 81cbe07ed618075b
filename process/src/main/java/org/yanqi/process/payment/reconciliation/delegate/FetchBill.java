package org.yanqi.process.payment.reconciliation.delegate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.reconciliation.StoreBill;
import org.yanqi.process.payment.reconciliation.WalkDay;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** fetch-bill: fetches and stores the bill of one channel ({@code channel}) and says how it was found ({@code billState}). */
@Component
class FetchBill implements Worker {
    private static final Duration BUSY = Duration.ofSeconds(30);

    private final WalkDay days;
    private final StoreBill bills;

    FetchBill(WalkDay days, StoreBill bills) {
        this.days = days;
        this.bills = bills;
    }

    @Override
    public String topic() {
        return "fetch-bill";
    }

    @Override
    public Answer work(Work work) {
        var day = LocalDate.parse(work.businessKey());
        var source = days.source(Channel.valueOf(String.valueOf(work.variables().get("channel"))));
        if (source.isEmpty()) {
            // a channel that was given up; what its bills said stands
            return state("there");
        }
        return switch (bills.store(day, days.round(day), source.get())) {
            case THERE -> state("there");
            case AWAITED -> state("awaited");
            case LACKING -> state("lacking");
            case BUSY -> new Answer.NotYet(BUSY);
        };
    }

    private static Answer state(String word) {
        return Answer.done(() -> Map.of("billState", word));
    }
}

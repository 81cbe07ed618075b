package org.yanqi.process.payment.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.DailyBills;
import org.yanqi.process.payment.reconciliation.DayStore.Standing;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** The steps of a day between its signatures, as its process takes them. */
@Service
public class WalkDay {
    private static final Actor ACTOR = Actor.system("reconciliation");
    private static final int BATCHES = 5;

    private final DayStore days;
    private final CompareBill compare;
    private final HoldDifferences exceptions;
    private final ReconciliationSettings settings;
    private final ObjectProvider<DailyBills> bills;
    private final AppendToRecord log;
    private final TransactionTemplate transaction;

    WalkDay(
            DayStore days,
            CompareBill compare,
            HoldDifferences exceptions,
            ReconciliationSettings settings,
            ObjectProvider<DailyBills> bills,
            AppendToRecord log,
            PlatformTransactionManager transactions) {
        this.days = days;
        this.compare = compare;
        this.exceptions = exceptions;
        this.settings = settings;
        this.bills = bills;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Begins another round. @return the channels whose bills are fetched in it */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Channel> beginRound(LocalDate day) {
        lock(day);
        days.nextRound(day);
        return Stream.concat(bills.stream().map(DailyBills::channel), days.billed(day).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Where a channel's bills come from; there may be none any more for a channel of earlier days. */
    public Optional<DailyBills> source(Channel channel) {
        return bills.orderedStream().filter(one -> one.channel() == channel).findFirst();
    }

    @Transactional(readOnly = true)
    public int round(LocalDate day) {
        return days.round(day);
    }

    /** Says so on the record when a bill is damaged or never came. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isLacking(LocalDate day) {
        var lacking = days.isLacking(day);
        if (lacking) {
            log.append(ACTOR, null, "day " + day, "bill-lacking", Map.of("day", day.toString()));
        }
        return lacking;
    }

    /** Compares every bill of the day, each in a transaction of its own. */
    public void compare(LocalDate day) {
        for (var channel : days.billed(day)) {
            transaction.executeWithoutResult(status -> {
                var standing = lock(day);
                compare.compare(day, channel, standing.round(), hasAnotherLook(standing));
                if (days.reopenIfChanged(day)) {
                    log.append(ACTOR, null, "day " + day, "day-reopened", Map.of("day", day.toString()));
                }
            });
        }
    }

    /** Whether the day needs a signature, and whether late rows may still come. */
    public record Next(boolean toSign, boolean lookAgain) {}

    /**
     * Gives money that only one side has its exception, some at a time, each batch a transaction of its own: after a crash the next
     * attempt goes on behind what is committed. Called without a transaction.
     *
     * @return true if there may be more than can be done before another node takes over
     */
    public boolean hold(LocalDate day) {
        var after = HoldDifferences.FIRST;
        for (var batch = 0; batch < BATCHES; batch++) {
            var from = after;
            var last = Objects.requireNonNull(transaction.execute(status -> {
                lock(day);
                return exceptions.open(ACTOR, day, from);
            }));
            if (last.isEmpty()) {
                return false;
            }
            after = last.get();
        }
        return true;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Next next(LocalDate day) {
        var standing = lock(day);
        return new Next(!standing.signed(), hasAnotherLook(standing));
    }

    private boolean hasAnotherLook(Standing standing) {
        return standing.round() - standing.extraRounds() <= settings.lateLooks();
    }

    private Standing lock(LocalDate day) {
        return days.lock(day).orElseThrow(() -> new NotFound("day " + day));
    }
}

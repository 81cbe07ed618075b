package org.yanqi.process.payment.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.payment.port.DailyBills;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.signal.Signals;

/**
 * Takes up each calendar day once its bills can be had, from 10:10 of the next day on, whichever node is first. Days that
 * were missed while the house was down follow in their order.
 */
@Service
public class StartDays {
    private static final Logger LOG = LoggerFactory.getLogger(StartDays.class);
    private static final Actor ACTOR = Actor.system("reconciliation");

    private final DayStore days;
    private final ObjectProvider<DailyBills> bills;
    private final Signals signals;
    private final AppendToRecord log;
    private final ReconciliationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StartDays(
            DayStore days,
            ObjectProvider<DailyBills> bills,
            Signals signals,
            AppendToRecord log,
            ReconciliationSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.days = days;
        this.bills = bills;
        this.signals = signals;
        this.log = log;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${yanqi.reconciliation.every:PT1M}",
            fixedDelayString = "${yanqi.reconciliation.every:PT1M}")
    void beat() {
        if (settings.enabled() && bills.stream().findAny().isPresent()) {
            startDue();
        }
    }

    /** Starts every day whose bills can be had by now. */
    public void startDue() {
        var now = LocalDateTime.ofInstant(clock.instant(), Shanghai.ZONE);
        var last = now.toLocalTime().isBefore(settings.billTime())
                ? now.toLocalDate().minusDays(2)
                : now.toLocalDate().minusDays(1);
        var first = days.latest()
                .map(latest -> latest.plusDays(1))
                .or(days::firstPayment)
                .filter(day -> day.isBefore(last))
                .orElse(last);
        var bound = last.minusDays(settings.catchUpDays() - 1L);
        for (var day = first.isBefore(bound) ? bound : first; !day.isAfter(last); day = day.plusDays(1)) {
            start(day);
        }
    }

    /** @return false if the day was taken up before */
    public boolean start(LocalDate day) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!days.takeUp(day)) {
                return false;
            }
            log.append(ACTOR, null, "day " + day, "day-taken-up", Map.of("day", day.toString()));
            signals.start(Processes.RECONCILIATION, day.toString(), Map.of());
            LOG.info("reconciling {}", day);
            return true;
        }));
    }
}

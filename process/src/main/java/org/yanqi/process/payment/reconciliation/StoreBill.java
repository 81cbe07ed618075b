package org.yanqi.process.payment.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.process.payment.port.DailyBills;
import org.yanqi.process.payment.port.DailyBills.Bill;
import org.yanqi.process.payment.port.DailyBills.Line;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;

/**
 * Reads a channel's bill and keeps its lines. The lines are stored in batches while the file is read, each batch a
 * transaction of its own, so that a day of any size takes the same memory; they count once the bill proved good.
 */
@Service
public class StoreBill {
    private static final int BATCH = 1000;

    /** How the bill was found. */
    public enum Found {
        /** Its lines are stored. */
        THERE,
        /** To be asked for again later. */
        AWAITED,
        /** Damaged, or awaited for too long: a person's turn. */
        LACKING,
        /** Somebody else is reading it now. */
        BUSY
    }

    private final DayStore days;
    private final BillStore bills;
    private final BillReadings readings;
    private final ReconciliationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoreBill(
            DayStore days,
            BillStore bills,
            BillReadings readings,
            ReconciliationSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.days = days;
        this.bills = bills;
        this.readings = readings;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Called without a transaction.
     *
     * @param round a bill that was found in this round is not read again
     */
    public Found store(LocalDate day, int round, DailyBills source) {
        var load = UUID.randomUUID();
        var before = begin(day, round, source, load);
        if (before != null) {
            return before;
        }
        var batches = new Batches(day, source, load);
        try {
            var bill = source.read(day, batches);
            batches.flush();
            return end(day, round, source, load, bill, batches.read > 0);
        } catch (NoAnswer noAnswer) {
            return end(
                    day, round, source, load, new Bill(Bill.State.NOT_READY, null, null, noAnswer.getMessage()), false);
        } catch (RuntimeException failed) {
            transaction.executeWithoutResult(status -> bills.giveUp(day, source.channel(), load, failed.getMessage()));
            throw failed;
        }
    }

    private @Nullable Found begin(LocalDate day, int round, DailyBills source, UUID load) {
        return transaction.execute(status -> {
            days.add(day);
            var known = bills.lock(day, source.channel());
            if (known.round() == round && known.state() != BillStore.State.AWAITED) {
                return known.state().isThere() ? Found.THERE : Found.LACKING;
            }
            if (known.leaseUntil() != null && known.leaseUntil().isAfter(clock.instant())) {
                return Found.BUSY;
            }
            bills.lease(day, source.channel(), load, round);
            readings.forget(day, source.channel());
            return null;
        });
    }

    private Found end(LocalDate day, int round, DailyBills source, UUID load, Bill bill, boolean hasLines) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var channel = source.channel();
            var known = bills.lock(day, channel);
            bills.renew(day, channel, load);
            var found = switch (bill.state()) {
                case READ, EMPTY -> {
                    if (hasLines) {
                        readings.keep(load, day, channel, round, BillDay.now(clock));
                    }
                    // a bill that lost its lines since takes none from us
                    var empty = !hasLines && known.state() != BillStore.State.READ;
                    if (hasLines || known.state() != BillStore.State.READ) {
                        bills.describe(day, channel, bill);
                    }
                    bills.settle(
                            day,
                            channel,
                            round,
                            empty && bill.state() == Bill.State.EMPTY ? BillStore.State.EMPTY : BillStore.State.READ,
                            bill.why());
                    yield Found.THERE;
                }
                case NOT_READY -> notReady(day, round, source, known, bill.why());
                case DAMAGED -> {
                    var state = known.state().isThere() ? known.state() : BillStore.State.DAMAGED;
                    bills.settle(day, channel, round, state, bill.why());
                    yield state.isThere() ? Found.THERE : Found.LACKING;
                }
            };
            readings.forget(day, channel);
            return found;
        }));
    }

    /** What was read on another day stands; nobody waits for late rows in vain. */
    private Found notReady(LocalDate day, int round, DailyBills source, BillStore.Known known, @Nullable String why) {
        if (known.state().isThere()) {
            bills.settle(day, source.channel(), round, known.state(), why);
            return Found.THERE;
        }
        var since = known.askedFirst();
        if (since != null && !since.plus(settings.patience()).isAfter(clock.instant())) {
            bills.settle(day, source.channel(), round, BillStore.State.MISSING, why);
            return Found.LACKING;
        }
        bills.release(day, source.channel(), why);
        return Found.AWAITED;
    }

    /** Takes the lines in batches. */
    private final class Batches implements DailyBills.Reader {
        private final LocalDate day;
        private final DailyBills source;
        private final UUID load;
        private final List<ReadLine> lines = new ArrayList<>(BATCH);
        private long read;

        Batches(LocalDate day, DailyBills source, UUID load) {
            this.day = day;
            this.source = source;
            this.load = load;
        }

        @Override
        public void line(Line line) {
            add(ReadLine.of(++read, line));
        }

        @Override
        public void unreadable(long number, String text, String why) {
            read++;
            add(ReadLine.unreadable(number, text, why));
        }

        private void add(ReadLine line) {
            lines.add(line);
            if (lines.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            if (!lines.isEmpty()) {
                transaction.executeWithoutResult(status -> {
                    bills.renew(day, source.channel(), load);
                    readings.add(load, day, source.channel(), lines);
                });
                lines.clear();
            }
        }
    }
}

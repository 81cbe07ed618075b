package org.yanqi.process.payment;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.process.payment.SettleReceipt.Result;
import org.yanqi.process.payment.SettleReceipt.Telling;
import org.yanqi.process.payment.model.InboxRow;
import org.yanqi.process.payment.model.InboxRows;
import org.yanqi.process.payment.model.RefundRow;
import org.yanqi.process.record.Actor;

/** Works the inbox off, one event a transaction; several nodes share it by skipping what another holds. */
@Service
class HandleEvents {
    private static final Logger LOG = LoggerFactory.getLogger(HandleEvents.class);
    private static final int CONFLICTS = 3;

    private final InboxRows inbox;
    private final SettleReceipt settle;
    private final LearnRefund refunds;
    private final PaymentSettings settings;
    private final MeterRegistry meters;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HandleEvents(
            InboxRows inbox,
            SettleReceipt settle,
            LearnRefund refunds,
            PaymentSettings settings,
            MeterRegistry meters,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.inbox = inbox;
        this.settle = settle;
        this.refunds = refunds;
        this.settings = settings;
        this.meters = meters;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Handles everything whose turn has come; called without a transaction. @return how many events were looked at */
    int handleDue() {
        var count = 0;
        while (handleNext()) {
            count++;
        }
        return count;
    }

    private boolean handleNext() {
        var holder = new UUID[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var next = inbox.lockNext(clock.instant()).map(UUID::fromString);
                next.ifPresent(id -> {
                    holder[0] = id;
                    handle(inbox.findById(id).orElseThrow());
                });
                return next.isPresent();
            }));
        } catch (RuntimeException failure) {
            var id = holder[0];
            if (id == null) {
                throw failure;
            }
            transaction.executeWithoutResult(status -> inbox.findById(id).ifPresent(row -> again(row, failure)));
            return true;
        }
    }

    /** The first failures are mostly somebody else's step at the same moment; what goes on failing is a defect. */
    private void again(InboxRow row, RuntimeException failure) {
        row.later(clock.instant().plus(settings.inboxPause(row.attempts())));
        if (row.attempts() <= CONFLICTS) {
            LOG.info(
                    "event {} could not be handled, once more later: {}",
                    row.event().eventId(),
                    failure.getMessage());
        } else {
            LOG.error("event {} cannot be handled", row.event().eventId(), failure);
        }
    }

    private void handle(InboxRow row) {
        var event = row.event();
        var now = clock.instant();
        var actor = Actor.outside(event.sender(), event.sender());
        if ("refund".equals(event.kind())) {
            handled(row, refunds.heard(actor, event.number(), stateOf(event)) ? "REFUND" : "REFUND_UNKNOWN");
            return;
        }
        var returned = ProvenEvent.RETURNED.equals(event.state());
        if (!returned && !"SUCCESS".equals(event.state())) {
            handled(row, "NOTED");
            return;
        }
        // A case between two steps is back at its wait within seconds; money that waited for long gets an owner.
        var telling = row.received().plus(settings.inboxPatience()).isBefore(now)
                ? Telling.BY_MESSAGE_OR_EXCEPTION
                : Telling.BY_MESSAGE;
        var receipt = new Receipt(
                Channel.valueOf(event.sender().toUpperCase(Locale.ROOT)),
                event.number(),
                event.providerNumber(),
                event.fen(),
                Objects.requireNonNullElse(event.at(), row.received()),
                event.payer(),
                event.evidence());
        var result = returned ? settle.returned(actor, receipt) : settle.settle(actor, receipt, telling);
        if (result == Result.NOT_NOW) {
            row.later(now.plus(settings.inboxPause(row.attempts())));
        } else {
            handled(row, result.name());
        }
    }

    private void handled(InboxRow row, String outcome) {
        row.handled(outcome, clock.instant());
        meters.counter("yanqi.payment.events", "sender", row.event().sender(), "outcome", outcome)
                .increment();
    }

    private static RefundRow.State stateOf(ProvenEvent event) {
        return switch (event.state()) {
            case "SUCCESS" -> RefundRow.State.SUCCEEDED;
            case "PROCESSING" -> RefundRow.State.PENDING;
            default -> RefundRow.State.FAILED;
        };
    }
}

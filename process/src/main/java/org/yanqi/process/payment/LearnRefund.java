package org.yanqi.process.payment;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.payment.model.ExceptionRow;
import org.yanqi.process.payment.model.ExceptionRows;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.payment.model.RefundRow;
import org.yanqi.process.payment.model.RefundRows;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** Takes in how a refund stands, from an answer or from a callback, in the caller's transaction. */
@Service
class LearnRefund {
    private final RefundRows refunds;
    private final ExceptionRows exceptions;
    private final PaymentRows payments;
    private final MovePayment move;
    private final AppendToRecord log;
    private final Clock clock;

    LearnRefund(
            RefundRows refunds,
            ExceptionRows exceptions,
            PaymentRows payments,
            MovePayment move,
            AppendToRecord log,
            Clock clock) {
        this.refunds = refunds;
        this.exceptions = exceptions;
        this.payments = payments;
        this.move = move;
        this.log = log;
        this.clock = clock;
    }

    /** @return false if we never asked for a refund of this number */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean heard(Actor actor, String number, RefundRow.State state) {
        var refund = refunds.findByNumber(number);
        refund.ifPresent(row -> learn(actor, row, state));
        return refund.isPresent();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void learn(Actor actor, RefundRow refund, RefundRow.State state) {
        var before = refund.state();
        if (refund.learn(state, clock.instant())) {
            giveBack(refund);
        }
        if (before != refund.state()) {
            log.append(
                    actor,
                    caseOf(refund),
                    "refund " + refund.number(),
                    verb(refund.state()),
                    Map.of("number", refund.number(), "fen", Long.toString(refund.fen())));
        }
    }

    private @Nullable UUID caseOf(RefundRow refund) {
        var payment = refund.payment();
        var exception = refund.exception();
        if (payment != null) {
            return payments.findById(payment).map(PaymentRow::caseId).orElse(null);
        }
        return exception == null
                ? null
                : exceptions.findById(exception).map(ExceptionRow::caseId).orElse(null);
    }

    private void giveBack(RefundRow refund) {
        var id = refund.payment();
        if (id == null) {
            return;
        }
        payments.findById(id).ifPresent(payment -> {
            if (payment.refunded(refund.fen())) {
                move.to(payment, PaymentState.REFUNDED);
            }
        });
    }

    private static String verb(RefundRow.State state) {
        return switch (state) {
            case ASKED -> "refund-asked";
            case PENDING -> "refund-pending";
            case SUCCEEDED -> "refund-succeeded";
            case FAILED -> "refund-failed";
        };
    }
}

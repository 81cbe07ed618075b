package org.yanqi.process.payment;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.model.ExceptionRows;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/**
 * The one refund that no person decides: the second payment of an order that other money has paid. R14 asks for two persons
 * wherever something is decided; here nothing is, since the order is paid and the money cannot be for anything else. It goes
 * back whole, once (an exception has one refund, and a payment one exception), under a number stored before the call, and
 * the exception stays open until it is back. What fails comes to finance, and from then on two persons decide as always.
 *
 * <p>A second trade that a provider booked under one of our numbers is not refunded by rule: the number would name both.
 */
@Service
public class RefundByRule {
    private static final String PAID_TWICE = "paid-twice";

    private final ExceptionRows exceptions;
    private final AppendToRecord log;

    RefundByRule(ExceptionRows exceptions, AppendToRecord log) {
        this.exceptions = exceptions;
        this.log = log;
    }

    /** @param payment the attempt that holds the money, if it is one of ours */
    static boolean applies(ExceptionKind kind, @Nullable UUID payment) {
        return kind == ExceptionKind.PAID_TWICE && payment != null;
    }

    /** @throws IllegalStateException if no rule is made for this money */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(Actor actor, UUID exception) {
        var row = exceptions.findById(exception).orElseThrow(() -> new NotFound("exception " + exception));
        if (row.kind() != ExceptionKind.PAID_TWICE || row.payment() == null) {
            throw new IllegalStateException("no rule refunds exception " + exception);
        }
        row.decideByRule(PAID_TWICE);
        log.append(
                actor,
                row.caseId(),
                "payment " + row.number(),
                "payment-refunded-by-rule",
                Map.of(
                        "number",
                        row.number(),
                        "kind",
                        row.kind().name(),
                        "rule",
                        PAID_TWICE,
                        "refundFen",
                        Long.toString(row.refundFen())));
    }
}

package org.yanqi.process.payment;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.payment.model.ExceptionRows;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentRows;
import org.yanqi.process.payment.model.RefundRow;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/** Gives money that fits no open order an owner and a deadline: once for the same money, however often it is reported. */
@Service
class OpenException {
    private static final int EVIDENCE_LENGTH = 4000;

    private final ExceptionRows exceptions;
    private final PaymentRows payments;
    private final Signals signals;
    private final AppendToRecord log;
    private final Clock clock;

    OpenException(ExceptionRows exceptions, PaymentRows payments, Signals signals, AppendToRecord log, Clock clock) {
        this.exceptions = exceptions;
        this.payments = payments;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void open(Actor actor, ExceptionKind kind, Receipt receipt, @Nullable PaymentRow payment, @Nullable Order order) {
        open(
                actor,
                new New(
                        onceKey(kind, receipt),
                        kind,
                        payment == null ? null : payment.id(),
                        order == null ? null : order.id(),
                        order == null ? null : order.caseId(),
                        order == null ? null : order.fen()),
                receipt);
    }

    /**
     * An order's refund that failed: as much money as was to go back, with the same owner as everything else that does not
     * fit.
     *
     * @return the exception's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID refundFailed(Actor actor, RefundRow refund) {
        var payment = payments.findByNumber(refund.paymentNumber()).orElseThrow();
        var receipt = new Receipt(
                refund.channel(),
                refund.paymentNumber(),
                payment.providerNumber(),
                refund.fen(),
                clock.instant(),
                null,
                refund.number());
        return open(
                actor,
                new New(
                        "refund:" + refund.number(),
                        ExceptionKind.REFUND_FAILED,
                        payment.id(),
                        payment.order(),
                        payment.caseId(),
                        null),
                receipt);
    }

    private record New(
            String onceKey,
            ExceptionKind kind,
            @Nullable UUID payment,
            @Nullable UUID order,
            @Nullable UUID caseId,
            @Nullable Long expectedFen) {}

    private UUID open(Actor actor, New known, Receipt receipt) {
        var id = UUID.randomUUID();
        var evidence = receipt.evidence();
        var inserted = exceptions.insertIfAbsent(
                id,
                known.onceKey(),
                known.kind().name(),
                known.payment(),
                known.order(),
                known.caseId(),
                receipt.channel().name(),
                receipt.number(),
                receipt.providerNumber(),
                receipt.fen(),
                known.expectedFen(),
                evidence.length() > EVIDENCE_LENGTH ? evidence.substring(0, EVIDENCE_LENGTH) : evidence,
                receipt.at(),
                receipt.payer(),
                clock.instant());
        if (inserted == 0) {
            return id;
        }
        log.append(
                actor,
                known.caseId(),
                "payment " + receipt.number(),
                "payment-exception-opened",
                Map.of("number", receipt.number(), "kind", known.kind().name(), "fen", Long.toString(receipt.fen())));
        var variables = new HashMap<String, Object>();
        variables.put("ruleApplies", RefundByRule.applies(known.kind(), known.payment()));
        if (known.caseId() != null) {
            variables.put("caseId", known.caseId().toString());
        }
        signals.startByMessage(Messages.PAYMENT_EXCEPTION_OPENED, id.toString(), variables);
        return id;
    }

    /** Money arrives once, in whatever way it does not fit; that the channel does not have it afterwards is another matter. */
    private static String onceKey(ExceptionKind kind, Receipt receipt) {
        var money = receipt.channel() + ":" + receipt.number() + ":" + receipt.providerNumber();
        return kind == ExceptionKind.OURS_ONLY ? "ours-only:" + money : money;
    }
}

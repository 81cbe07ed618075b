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
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/** Gives money that fits no open order an owner and a deadline: once for the same money, however often it is reported. */
@Service
class OpenException {
    private static final int EVIDENCE_LENGTH = 4000;

    private final ExceptionRows exceptions;
    private final Signals signals;
    private final AppendToRecord log;
    private final Clock clock;

    OpenException(ExceptionRows exceptions, Signals signals, AppendToRecord log, Clock clock) {
        this.exceptions = exceptions;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void open(Actor actor, ExceptionKind kind, Receipt receipt, @Nullable PaymentRow payment, @Nullable Order order) {
        var id = UUID.randomUUID();
        var caseId = order == null ? null : order.caseId();
        var evidence = receipt.evidence();
        var inserted = exceptions.insertIfAbsent(
                id,
                onceKey(kind, receipt),
                kind.name(),
                payment == null ? null : payment.id(),
                order == null ? null : order.id(),
                caseId,
                receipt.channel().name(),
                receipt.number(),
                receipt.providerNumber(),
                receipt.fen(),
                order == null ? null : order.fen(),
                evidence.length() > EVIDENCE_LENGTH ? evidence.substring(0, EVIDENCE_LENGTH) : evidence,
                clock.instant());
        if (inserted == 0) {
            return;
        }
        log.append(
                actor,
                caseId,
                "payment " + receipt.number(),
                "payment-exception-opened",
                Map.of("number", receipt.number(), "kind", kind.name(), "fen", Long.toString(receipt.fen())));
        var variables = new HashMap<String, Object>();
        variables.put("ruleApplies", RefundByRule.applies(kind, payment));
        if (caseId != null) {
            variables.put("caseId", caseId.toString());
        }
        signals.startByMessage(Messages.PAYMENT_EXCEPTION_OPENED, id.toString(), variables);
    }

    /** Money arrives once, in whatever way it does not fit; that the channel does not have it afterwards is another matter. */
    private static String onceKey(ExceptionKind kind, Receipt receipt) {
        var money = receipt.channel() + ":" + receipt.number() + ":" + receipt.providerNumber();
        return kind == ExceptionKind.OURS_ONLY ? "ours-only:" + money : money;
    }
}

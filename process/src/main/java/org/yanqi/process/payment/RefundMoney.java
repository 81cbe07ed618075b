package org.yanqi.process.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.DrawNumber;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.model.AnswerRow;
import org.yanqi.process.payment.model.AnswerRows;
import org.yanqi.process.payment.model.ExceptionRows;
import org.yanqi.process.payment.model.RefundRow;
import org.yanqi.process.payment.model.RefundRows;
import org.yanqi.process.payment.port.PaymentGateway.RefundState;
import org.yanqi.process.record.Actor;

/**
 * Gives money back (R14), of an exception or of an order: stored under its number before the provider is asked, and told
 * afterwards what it answered. What fails comes to finance as an exception, which asks again under the same number.
 */
@Service
public class RefundMoney {
    /** A provider that has not finished by then has failed, as far as the model goes. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    /** What to ask the provider for. */
    public record Asked(
            String number,
            Channel channel,
            String paymentNumber,
            long totalFen,
            long fen,
            String reason,
            boolean succeeded) {}

    private final ExceptionRows exceptions;
    private final OpenException open;
    private final RefundRows refunds;
    private final AnswerRows answers;
    private final DrawNumber numbers;
    private final LearnRefund learn;
    private final Clock clock;

    RefundMoney(
            ExceptionRows exceptions,
            OpenException open,
            RefundRows refunds,
            AnswerRows answers,
            DrawNumber numbers,
            LearnRefund learn,
            Clock clock) {
        this.exceptions = exceptions;
        this.open = open;
        this.refunds = refunds;
        this.answers = answers;
        this.numbers = numbers;
        this.learn = learn;
        this.clock = clock;
    }

    /**
     * The refund of this exception or of this order's decision, under the number it got the first time; committed before the
     * provider is called.
     */
    @Transactional
    public Asked begin(UUID cause) {
        return asked(refunds.findByOrderRefund(cause).orElseGet(() -> ofException(cause)));
    }

    private RefundRow ofException(UUID exception) {
        var cause = exceptions.findById(exception).orElseThrow(() -> new NotFound("exception " + exception));
        if (cause.state() != PaymentException.State.APPROVED) {
            throw new IllegalStateException("refund of exception " + exception + " is not approved");
        }
        var refund = refunds.findByExceptionId(exception)
                .orElseGet(
                        () -> refunds.save(new RefundRow(numbers.of("refund", "R"), cause, "延期付款退款", clock.instant())));
        refund.again(clock.instant());
        return refund;
    }

    /** The refund that was begun. */
    @Transactional(readOnly = true)
    public Asked of(UUID cause) {
        return asked(refunds.findByOrderRefund(cause)
                .or(() -> refunds.findByExceptionId(cause))
                .orElseThrow(() -> new NotFound("refund of " + cause)));
    }

    /** @return succeeded, pending or failed, as the model's gateway says; failed too when it has been pending too long */
    @Transactional(propagation = Propagation.MANDATORY)
    public String learn(Actor actor, String number, RefundState answer) {
        var refund = refunds.findByNumber(number).orElseThrow(() -> new NotFound("refund " + number));
        answers.save(new AnswerRow(number, "refund", answer.name(), null, refund.fen(), "", clock.instant()));
        var late = refund.asked().plus(PATIENCE).isBefore(clock.instant());
        learn.learn(
                actor,
                refund,
                switch (answer) {
                    case SUCCEEDED -> RefundRow.State.SUCCEEDED;
                    case PENDING -> late ? RefundRow.State.FAILED : RefundRow.State.PENDING;
                    case FAILED -> RefundRow.State.FAILED;
                });
        if (refund.state() == RefundRow.State.FAILED) {
            failed(actor, refund);
        }
        return switch (refund.state()) {
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case ASKED, PENDING -> "pending";
        };
    }

    private void failed(Actor actor, RefundRow refund) {
        var exception = refund.exception();
        if (exception == null) {
            refund.handTo(open.refundFailed(actor, refund));
        } else {
            exceptions.findById(exception).orElseThrow().reopen("refund-failed");
        }
    }

    private static Asked asked(RefundRow refund) {
        return new Asked(
                refund.number(),
                refund.channel(),
                refund.paymentNumber(),
                refund.totalFen(),
                refund.fen(),
                refund.reason(),
                refund.state() == RefundRow.State.SUCCEEDED);
    }
}

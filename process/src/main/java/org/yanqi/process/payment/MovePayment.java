package org.yanqi.process.payment;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.model.PaymentRow;
import org.yanqi.process.payment.model.PaymentTransitionRow;
import org.yanqi.process.payment.model.PaymentTransitionRows;

/** Moves a payment along an arrow and keeps the step, in the caller's transaction. */
@Component
class MovePayment {
    private final PaymentTransitionRows transitions;
    private final Clock clock;

    MovePayment(PaymentTransitionRows transitions, Clock clock) {
        this.transitions = transitions;
        this.clock = clock;
    }

    void to(PaymentRow payment, PaymentState state) {
        var was = payment.state();
        payment.move(state);
        transitions.save(new PaymentTransitionRow(payment.id(), was, state, clock.instant()));
    }
}

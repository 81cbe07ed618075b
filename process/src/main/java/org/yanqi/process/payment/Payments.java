package org.yanqi.process.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;

/** Reads payments and does what the payment page offers. */
@Service
public class Payments {
    public List<Payment> ofOrder(UUID order) {
        throw new UnsupportedOperationException();
    }

    /** The attempt that is open now. */
    public Optional<Payment> current(UUID order) {
        throw new UnsupportedOperationException();
    }

    /** Creates the next attempt; the worker for {@code open-payment} calls it before the provider. */
    public Payment begin(Actor actor, UUID order, Channel channel) {
        throw new UnsupportedOperationException();
    }
}

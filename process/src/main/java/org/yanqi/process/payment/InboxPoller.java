package org.yanqi.process.payment;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Looks into the inbox now and then, and at once when something arrived on this node. */
@Component
class InboxPoller extends Pacemaker {
    private final HandleEvents handle;

    InboxPoller(HandleEvents handle, PaymentSettings settings) {
        super("payment-inbox", settings.inboxEvery());
        this.handle = handle;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void arrived(AcceptEvent.Arrived event) {
        kick();
    }

    @Override
    protected void beat() {
        handle.handleDue();
    }
}

package org.yanqi.process.renewal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.record.Actor;

/** The customer's steps: each checks, keeps the draft, completes its step and lets the model go on. Refused if the case is at another step by now. */
@Service
public class WalkRenewal {
    public Outcome<RenewalView> chooseCertificates(Actor actor, UUID renewal, List<UUID> certificates) {
        throw new UnsupportedOperationException();
    }

    public Outcome<RenewalView> bindPlatforms(
            Actor actor, UUID renewal, Map<UUID, Set<String>> platforms, boolean finalRead) {
        throw new UnsupportedOperationException();
    }

    public Outcome<RenewalView> declareOpenBids(Actor actor, UUID renewal, Map<UUID, Boolean> declared) {
        throw new UnsupportedOperationException();
    }

    public Outcome<RenewalView> confirmOrder(Actor actor, UUID renewal) {
        throw new UnsupportedOperationException();
    }

    public Outcome<RenewalView> chooseInvoice(Actor actor, UUID renewal, InvoiceChoice invoice, Channel channel) {
        throw new UnsupportedOperationException();
    }

    public Outcome<RenewalView> changePaymentMethod(Actor actor, UUID renewal, Channel channel) {
        throw new UnsupportedOperationException();
    }

    public Outcome<RenewalView> back(Actor actor, UUID renewal, Step from) {
        throw new UnsupportedOperationException();
    }

    public Outcome<RenewalView> cancel(Actor actor, UUID renewal, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Keeps what was entered so far without going on. */
    public void saveDraft(Actor actor, UUID renewal, Draft draft) {
        throw new UnsupportedOperationException();
    }
}

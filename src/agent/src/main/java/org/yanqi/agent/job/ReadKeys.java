package org.yanqi.agent.job;

import java.util.Optional;
import org.yanqi.agent.key.AllKeys;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.UsbKey;
import org.yanqi.agent.product.ProductTrouble;
import org.yanqi.agent.product.Verdict;

/** Operation {@code read}: tells the product which keys are plugged in and hears whether they are the right ones. */
final class ReadKeys implements Operation {
    private final AllKeys reader;

    ReadKeys(AllKeys reader) {
        this.reader = reader;
    }

    @Override
    public void run(Job job) throws JobFailed, KeyTrouble, ProductTrouble, InterruptedException {
        if (job.ticket().certificate() != null) {
            settle(job);
        }
        KeyChoice choice = new KeyChoice(reader.inserted());
        Verdict verdict = choice.tell(job);
        if (!verdict.matches()) {
            throw choice.refusal(verdict);
        }
        job.reach(Stage.KEY_READ);
    }

    /**
     * If the product already speaks of a pair as the one in force that the key still holds as new, then it was
     * confirmed and the agent did not live to mark it.
     */
    private void settle(Job job) throws KeyTrouble {
        for (UsbKey key : reader.inserted()) {
            Optional<Container> named = KeyChoice.carrying(key, job.ticket());
            if (named.filter(pair -> pair.state() == ContainerState.NEW).isPresent()) {
                key.activate(named.get().id());
            }
        }
    }

    /** The product has just been told what was found; there is nothing to add. */
    @Override
    public void tellFailure(Job job, JobFailed failed) {}
}

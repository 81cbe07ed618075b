package org.yanqi.process.record;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals every few seconds until nothing is left. */
@Component
class SealingJob {
    private final SealRecord seal;

    SealingJob(SealRecord seal) {
        this.seal = seal;
    }

    @Scheduled(
            initialDelayString = "${yanqi.record.seal-every:PT5S}",
            fixedDelayString = "${yanqi.record.seal-every:PT5S}")
    void run() {
        int sealed;
        do {
            sealed = seal.seal();
        } while (sealed > 0);
    }
}

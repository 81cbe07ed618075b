package org.yanqi.process.record;

import org.springframework.stereotype.Service;

/** Chains entries that are not chained yet and signs the head; one sealer at a time. */
@Service
public class SealRecord {
    /** @return how many entries were sealed */
    public int seal() {
        throw new UnsupportedOperationException();
    }
}

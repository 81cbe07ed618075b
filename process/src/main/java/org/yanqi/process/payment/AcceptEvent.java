package org.yanqi.process.payment;

import org.springframework.stereotype.Service;

/** Stores a proven event in the inbox, once by sender's id, so that the callback can be answered; handled after commit. */
@Service
public class AcceptEvent {
    /** @return false if it was a repeat */
    public boolean accept(ProvenEvent event) {
        throw new UnsupportedOperationException();
    }
}

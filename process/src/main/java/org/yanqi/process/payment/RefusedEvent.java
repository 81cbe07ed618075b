package org.yanqi.process.payment;

import org.springframework.stereotype.Service;

/** Puts a callback that was not proven on the record. */
@Service
public class RefusedEvent {
    public void refused(String sender, String reason, String from) {
        throw new UnsupportedOperationException();
    }
}

package org.yanqi.process.notice.port;

import java.util.List;
import org.yanqi.process.Port;
import org.yanqi.process.notice.SendNotice;

/** Carries a letter to a mail server. */
@Port
public interface Postman {
    /** A letter ready to go; {@code messageId} stays the same over attempts. */
    record Letter(
            String messageId,
            String to,
            String subject,
            String html,
            String text,
            List<SendNotice.Enclosure> enclosures) {}

    /** @throws Undelivered if no server took it; it is tried again later, unless its address is refused for good */
    void deliver(Letter letter) throws Undelivered;

    /** No server took the letter. */
    class Undelivered extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean addressRefused;

        /** @param addressRefused true if the server refuses this address for good, so that trying again is of no use */
        public Undelivered(String reason, boolean addressRefused, Throwable cause) {
            super(reason, cause);
            this.addressRefused = addressRefused;
        }

        public boolean isAddressRefused() {
            return addressRefused;
        }
    }
}

package org.yanqi.process.shipping.port;

import java.util.List;
import org.yanqi.process.Port;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.shipping.Shipment;

/** Books and tracks parcels. */
@Port
public interface Courier {
    /** @param key the same for every attempt; a repeat finds the same waybill */
    record Booking(String key, Recipient to, String content) {}

    /** @return the waybill */
    String book(Booking booking) throws NoAnswer, Refused;

    List<Shipment.Step> route(String waybill) throws NoAnswer;

    /** The outcome is unknown until asked again. */
    class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        public NoAnswer(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** The courier does not deliver there. */
    class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        public Refused(String reason) {
            super(reason);
        }
    }
}

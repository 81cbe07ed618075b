package org.yanqi.process.platform.port;

import java.time.LocalDate;
import org.yanqi.process.Port;

/** Tells a platform of a new term of service. */
@Port
public interface PlatformGateway {
    /** A term to be told; {@code key} is the same for every attempt. */
    record Update(
            String key,
            String platform,
            String organisationTaxNumber,
            String certificateSerial,
            String holder,
            LocalDate from,
            LocalDate until) {}

    /** @throws Unreachable if the answer is unknown */
    void tell(Update update) throws Unreachable;

    /** The platform gave no answer, or one that says nothing. */
    class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unreachable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}

package org.yanqi.app.agent;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.yanqi.process.rekey.TicketClaims;
import org.yanqi.process.rekey.TicketRefused;
import org.yanqi.process.rekey.port.TicketSeal;

/** The ticket by which the agent proves each call. */
@Component
class TicketHeader {
    private static final String SCHEME = "Ticket ";
    private static final int LONGEST_TICKET = 8 * 1024;

    private final TicketSeal seal;

    TicketHeader(TicketSeal seal) {
        this.seal = seal;
    }

    /** @throws TicketRefused if there is none, or none of ours */
    TicketClaims of(HttpServletRequest http) {
        String header = http.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(SCHEME) || header.length() > LONGEST_TICKET) {
            throw new TicketRefused("ticket-invalid");
        }
        return seal.open(header.substring(SCHEME.length()).strip())
                .orElseThrow(() -> new TicketRefused("ticket-invalid"));
    }
}

package org.yanqi.process.rekey.port;

import java.util.Optional;
import org.yanqi.process.Port;
import org.yanqi.process.rekey.TicketClaims;

/** Signs tickets with a key that the database does not hold, and checks them. */
@Port
public interface TicketSeal {
    /** @return a compact JWS */
    String sign(TicketClaims claims);

    /**
     * The same for a job that works on a message.
     *
     * @param challenge encrypted to the certificate of the claims
     * @return a compact JWS
     */
    String sign(TicketClaims claims, byte[] challenge);

    /** @return empty if it is not ours or not whole; an expired one is returned, the caller looks at the time */
    Optional<TicketClaims> open(String token);

    /** The public keys as a JSON Web Key Set. */
    String publicKeys();
}

package org.yanqi.process.rekey;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;

/** Takes the agent's certificate request: proof of possession by the new key and by the old (certificates.md, Issuing). */
@Service
public class RequestCertificate {
    public Outcome<Rekey> request(TicketClaims ticket, byte[] request, byte[] oldSignature) {
        throw new UnsupportedOperationException();
    }

    /** What was issued for the item, the same bytes each time; empty while it is pending. */
    public Optional<Issued> result(TicketClaims ticket) {
        throw new UnsupportedOperationException();
    }

    /** What the agent writes to the key. */
    public record Issued(
            byte[] signing,
            byte @Nullable [] encryption,
            byte @Nullable [] envelope,
            List<byte[]> chain,
            String nonce) {}
}

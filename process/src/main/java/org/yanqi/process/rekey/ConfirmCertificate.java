package org.yanqi.process.rekey;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;

/** Confirms a certificate that was read back and has signed the nonce (R7). */
@Service
public class ConfirmCertificate {
    public Outcome<Rekey> confirm(
            TicketClaims ticket, byte[] signingReadBack, byte @Nullable [] encryptionReadBack, byte[] signature) {
        throw new UnsupportedOperationException();
    }
}

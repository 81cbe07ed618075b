package org.yanqi.process.renewal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.payment.Channel;

/**
 * What the customer has chosen so far; kept on every step, so that a lost session loses nothing.
 *
 * @param platforms chosen platform codes by certificate
 * @param declared by certificate: true if no unopened bid was encrypted with it (R4)
 * @param finalRead the customer confirmed that the platform choice is final
 */
public record Draft(
        List<UUID> certificates,
        Map<UUID, Set<String>> platforms,
        boolean finalRead,
        Map<UUID, Boolean> declared,
        @Nullable InvoiceChoice invoice,
        @Nullable Channel channel) {
    public static Draft empty() {
        return new Draft(List.of(), Map.of(), false, Map.of(), null, null);
    }
}

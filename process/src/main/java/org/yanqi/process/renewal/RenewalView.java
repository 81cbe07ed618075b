package org.yanqi.process.renewal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.invoicing.Invoice;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.rekey.Rekey;

/** A renewal as its customer sees it. */
public record RenewalView(
        UUID id,
        UUID organisation,
        RenewalState state,
        Step step,
        Draft draft,
        @Nullable Order order,
        @Nullable Payment payment,
        List<Rekey> rekeys,
        @Nullable Invoice invoice,
        Instant started,
        Instant touched,
        String startedBy,
        @Nullable String paymentRefused) {}

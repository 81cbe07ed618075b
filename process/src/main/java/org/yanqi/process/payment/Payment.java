package org.yanqi.process.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay an order.
 *
 * @param number the provider's out_trade_no; never the order number
 * @param code what the QR code says
 * @param paidFen what arrived, null until something did
 */
public record Payment(
        UUID id,
        String number,
        UUID order,
        UUID caseId,
        Channel channel,
        long fen,
        PaymentState state,
        @Nullable String code,
        @Nullable Instant codeExpires,
        Instant opened,
        @Nullable String providerNumber,
        @Nullable Long paidFen,
        @Nullable Instant paid,
        @Nullable String payer) {}

package org.yanqi.process.invoicing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.account.Recipient;

/** An invoice as others see it. */
public record Invoice(
        UUID id,
        UUID caseId,
        UUID order,
        String orderNumber,
        UUID organisation,
        InvoiceKind kind,
        InvoiceState state,
        InvoiceTitle title,
        Vat amounts,
        String goodsCode,
        String goodsName,
        @Nullable String email,
        InvoiceChoice.@Nullable Collection collection,
        @Nullable Recipient recipient,
        @Nullable String number,
        @Nullable String paperCode,
        @Nullable String paperNumber,
        @Nullable Instant issued,
        @Nullable String rejection,
        boolean specimen,
        Set<String> files) {}

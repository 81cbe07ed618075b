package org.yanqi.process.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom an invoice is made out (发票抬头).
 *
 * @param type ENTERPRISE or PERSON
 */
public record InvoiceTitle(
        @Nullable UUID id,
        Type type,
        String name,
        String taxNumber,
        String address,
        String phone,
        String bank,
        String account) {

    /** Kind of buyer. */
    public enum Type {
        ENTERPRISE,
        PERSON
    }
}

package org.yanqi.process.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company that holds certificates.
 *
 * @param taxNumber unified social credit code (GB 32100) or an older tax number
 * @param region administrative division of the registration (GB/T 2260), as in 210100
 */
public record Organisation(
        UUID id,
        String name,
        String taxNumber,
        String region,
        String city,
        @Nullable String address,
        @Nullable String phone) {}

package org.yanqi.agent.job;

import org.jspecify.annotations.Nullable;

/**
 * A plugged-in key in words for the customer.
 *
 * @param holder whom its certificate names; null on an empty key
 * @param serial the certificate's serial in hexadecimal
 * @param notAfter the certificate's last moment, ISO 8601
 */
public record FoundSummary(
        String keySerial,
        @Nullable String holder,
        @Nullable String serial,
        @Nullable String notAfter) {}

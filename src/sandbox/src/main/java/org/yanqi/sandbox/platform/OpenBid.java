package org.yanqi.sandbox.platform;

import org.jspecify.annotations.Nullable;

/**
 * A bid encrypted with a certificate and not opened yet.
 *
 * @param id to withdraw it by
 * @param platform the platform's code
 * @param certificateSerial the certificate's serial in hexadecimal, or * for any of the organisation
 * @param uscc the organisation's unified social credit code; null: any
 * @param project what people read
 * @param opensAt when it will be opened, ISO 8601
 */
public record OpenBid(
        String id,
        String platform,
        String certificateSerial,
        @Nullable String uscc,
        String project,
        String opensAt) {
    boolean concerns(String code, String serial, String organisation) {
        boolean same = certificateSerial.equalsIgnoreCase(serial) || certificateSerial.equals("*");
        return platform.equals(code) && same && (uscc == null || uscc.equals(organisation));
    }
}

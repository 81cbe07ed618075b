package org.yanqi.process.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.calendar.Shanghai;

/**
 * A signing and an encryption certificate of one holder on one USB key; for RSA both may be the same certificate.
 *
 * @param serial of the signing certificate, hexadecimal
 * @param expires end of validity
 * @param successor the pair that replaced it
 */
public record CertificatePair(
        UUID id,
        UUID organisation,
        UUID holder,
        String holderName,
        KeyKind kind,
        Algorithm algorithm,
        String vendor,
        String keySerial,
        String subject,
        String issuer,
        String serial,
        byte[] signing,
        byte @Nullable [] encryption,
        Instant issued,
        Instant expires,
        CertificateState state,
        @Nullable UUID successor,
        @Nullable UUID orderItem) {

    /** Last day of validity in Asia/Shanghai. */
    public LocalDate lastDay() {
        return expires.atZone(Shanghai.ZONE).toLocalDate();
    }
}

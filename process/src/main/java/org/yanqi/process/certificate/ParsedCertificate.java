package org.yanqi.process.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What the house needs to know of an X.509 certificate. Read without a cryptographic provider, so that SM2 certificates
 * are read like any other.
 *
 * @param subject in the order of its encoding, as in {@code C=CN,O=…,CN=…}
 * @param serial hexadecimal in lower case without leading zeros
 */
public record ParsedCertificate(String subject, String issuer, String serial, Instant notBefore, Instant notAfter) {

    /** @throws IllegalArgumentException if these bytes are no certificate */
    public static ParsedCertificate of(byte[] der) {
        try {
            var holder = new X509CertificateHolder(der);
            return new ParsedCertificate(
                    holder.getSubject().toString(),
                    holder.getIssuer().toString(),
                    holder.getSerialNumber().toString(16),
                    holder.getNotBefore().toInstant(),
                    holder.getNotAfter().toInstant());
        } catch (IOException | RuntimeException malformed) {
            // the library reports broken bytes by exceptions of many kinds, sometimes only when a field is read
            throw new IllegalArgumentException("no X.509 certificate", malformed);
        }
    }

    /** One way to write a serial number, whatever case and zeros somebody else writes it with. */
    public static String serial(String hexadecimal) {
        return new BigInteger(hexadecimal.toLowerCase(Locale.ROOT), 16).toString(16);
    }
}

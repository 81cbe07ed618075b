package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.yanqi.process.certificate.ProofOfKey;

/** Rules for the fields of a certificate but its name, key and extensions. */
final class BodyLints {
    private static final int LONGEST_SERIAL_OCTETS = 20;
    private static final int FEWEST_SERIAL_BITS = 64;
    private static final Instant LAST_UTC_TIME = Instant.parse("2050-01-01T00:00:00Z");
    private static final int UTC_TIME = "YYMMDDHHMMSSZ".length();
    private static final int GENERALIZED_TIME = "YYYYMMDDHHMMSSZ".length();

    static final List<Lint> ALL = List.of(
            new Lint("version-3 (RFC 5280 4.1.2.1)", s -> s.certificate().getVersionNumber() == 3),
            new Lint("encoded-in-der (RFC 5280 4.1)", BodyLints::isDer),
            new Lint(
                    "serial-positive-short-unpredictable (RFC 5280 4.1.2.2)",
                    s -> isSerial(s.certificate().getSerialNumber())),
            new Lint("signature-algorithm-agrees (RFC 5280 4.1.1.2)", BodyLints::signatureAgrees),
            new Lint(
                    "issuer-is-this-authority (RFC 5280 4.1.2.4)",
                    s -> s.certificate()
                            .getIssuer()
                            .equals(s.hierarchy().issuing().getSubject())),
            new Lint(
                    "validity-in-order (RFC 5280 4.1.2.5)",
                    s -> s.certificate().getNotBefore().before(s.certificate().getNotAfter())),
            new Lint(
                    "validity-encoded-by-year (RFC 5280 4.1.2.5.1)",
                    s -> isEncodedByYear(body(s).getStartDate()) && isEncodedByYear(body(s).getEndDate())),
            new Lint("validity-within-profile", BodyLints::isWithinProfile),
            new Lint(
                    "validity-within-issuer",
                    s -> !s.certificate()
                            .getNotAfter()
                            .after(s.hierarchy().issuing().getNotAfter())),
            new Lint(
                    "no-unique-identifiers (RFC 5280 4.1.2.8)",
                    s -> body(s).getIssuerUniqueId() == null && body(s).getSubjectUniqueId() == null));

    private BodyLints() {}

    private static TBSCertificate body(Specimen s) {
        return s.certificate().toASN1Structure().getTBSCertificate();
    }

    private static boolean isDer(Specimen s) {
        try {
            ASN1Primitive body = body(s).toASN1Primitive();
            return Arrays.equals(body.getEncoded(), body.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isSerial(BigInteger serial) {
        return serial.signum() > 0
                && serial.toByteArray().length <= LONGEST_SERIAL_OCTETS
                && serial.bitLength() > FEWEST_SERIAL_BITS;
    }

    private static boolean signatureAgrees(Specimen s) {
        var structure = s.certificate().toASN1Structure();
        return structure
                        .getSignatureAlgorithm()
                        .equals(structure.getTBSCertificate().getSignature())
                && structure
                        .getSignatureAlgorithm()
                        .equals(ProofOfKey.signatureOf(s.hierarchy().algorithm()));
    }

    /** UTCTime before 2050, GeneralizedTime from then on; whole seconds, in Zulu time. */
    private static boolean isEncodedByYear(Time time) {
        boolean early = time.getDate().toInstant().isBefore(LAST_UTC_TIME);
        ASN1Primitive written = time.toASN1Primitive();
        if (written instanceof ASN1UTCTime utc) {
            return early && isZulu(utc, UTC_TIME);
        }
        return !early && written instanceof ASN1GeneralizedTime general && isZulu(general, GENERALIZED_TIME);
    }

    private static boolean isZulu(ASN1Primitive time, int length) {
        try {
            byte[] der = time.getEncoded();
            return der.length == length + 2 && der[der.length - 1] == 'Z';
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isWithinProfile(Specimen s) {
        Instant from = s.certificate().getNotBefore().toInstant();
        Instant longest =
                from.atOffset(ZoneOffset.UTC).plus(s.profile().longest()).toInstant();
        return !s.certificate().getNotAfter().toInstant().isAfter(longest);
    }
}

package org.yanqi.app.ca;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Rules for the holder's name (RFC 5280 §4.1.2.6, Appendix A.1). */
final class SubjectLints {
    /** Upper bounds of Appendix A.1, in characters. */
    private static final Map<ASN1ObjectIdentifier, Integer> LONGEST = Map.of(
            BCStyle.CN, 64,
            BCStyle.O, 64,
            BCStyle.OU, 64,
            BCStyle.ST, 128,
            BCStyle.L, 128,
            BCStyle.T, 64,
            BCStyle.SERIALNUMBER, 64);

    static final List<Lint> ALL = List.of(
            new Lint(
                    "subject-complete-by-profile (RFC 5280 4.1.2.6)",
                    s -> s.profile().subject().stream()
                            .allMatch(attribute -> subject(s).getRDNs(attribute).length == 1)),
            new Lint(
                    "subject-country-is-two-letters (RFC 5280 A.1)",
                    s -> values(s, BCStyle.C)
                            .allMatch(value -> value instanceof ASN1PrintableString country
                                    && country.getString().matches("[A-Z]{2}"))),
            new Lint(
                    "subject-strings-printable-or-utf8 (RFC 5280 4.1.2.6)",
                    s -> all(
                            s,
                            one -> one.getType().equals(BCStyle.EmailAddress)
                                    || one.getType().equals(BCStyle.DC)
                                    || one.getValue() instanceof ASN1PrintableString
                                    || one.getValue() instanceof ASN1UTF8String)),
            new Lint(
                    "subject-within-upper-bounds (RFC 5280 A.1)",
                    s -> all(
                            s,
                            one -> text(one.getValue()).codePoints().count()
                                    <= LONGEST.getOrDefault(one.getType(), Integer.MAX_VALUE))),
            new Lint(
                    "subject-says-something (RFC 5280 4.1.2.6)",
                    s -> all(
                            s,
                            one -> !text(one.getValue()).isBlank()
                                    && text(one.getValue())
                                            .equals(text(one.getValue()).strip())
                                    && text(one.getValue()).chars().noneMatch(Character::isISOControl))),
            new Lint(
                    "subject-one-attribute-at-a-time",
                    s -> Arrays.stream(subject(s).getRDNs()).noneMatch(RDN::isMultiValued)));

    private SubjectLints() {}

    private static X500Name subject(Specimen s) {
        return s.certificate().getSubject();
    }

    private static Stream<ASN1Encodable> values(Specimen s, ASN1ObjectIdentifier attribute) {
        return Arrays.stream(subject(s).getRDNs(attribute))
                .map(rdn -> rdn.getFirst().getValue());
    }

    private static boolean all(Specimen s, Predicate<AttributeTypeAndValue> rule) {
        return Arrays.stream(subject(s).getRDNs())
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .allMatch(rule);
    }

    private static String text(ASN1Encodable value) {
        return ((ASN1String) value).getString();
    }
}

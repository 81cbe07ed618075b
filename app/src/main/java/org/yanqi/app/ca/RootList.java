package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * The revocation list of a root (RFC 5280 §5): what it says of the authorities below it. It is whole, so that the last list
 * is all that the next one needs to know.
 *
 * @param revoked by serial number
 */
record RootList(
        byte[] der, long number, Instant thisUpdate, Instant nextUpdate, SortedMap<BigInteger, Revoked> revoked) {

    /** Since when, and why (RFC 5280 §5.3.1). */
    record Revoked(Instant since, int reason) {}

    /** A root's certificate and its key, where both are at hand. */
    record Root(X509CertificateHolder certificate, ReadyKey key) {}

    static RootList sign(Root root, long number, Map<BigInteger, Revoked> revoked, Instant now, Duration life) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(root.certificate().getSubject(), Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(life)));
        new TreeMap<>(revoked)
                .forEach((serial, one) -> builder.addCRLEntry(serial, Date.from(one.since()), one.reason()));
        try {
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(SubjectKeyIdentifier.fromExtensions(
                                    root.certificate().getExtensions())
                            .getKeyIdentifier()));
            return read(builder.build(root.key().contentSigner()).getEncoded(), root.certificate());
        } catch (IOException e) {
            throw new IllegalStateException("cannot sign the root's revocation list", e);
        }
    }

    /** @throws IOException if it is no list of this root */
    static RootList read(byte[] der, X509CertificateHolder root) throws IOException {
        try {
            X509CRLHolder list = new X509CRLHolder(der);
            boolean own = list.getIssuer().equals(root.getSubject())
                    && list.getNextUpdate() != null
                    && list.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .setProvider(Signing.PROVIDER)
                            .build(root.getSubjectPublicKeyInfo()));
            if (!own) {
                throw new IOException("no revocation list of " + root.getSubject());
            }
            SortedMap<BigInteger, Revoked> revoked = new TreeMap<>();
            for (Object one : list.getRevokedCertificates()) {
                X509CRLEntryHolder entry = (X509CRLEntryHolder) one;
                revoked.put(
                        entry.getSerialNumber(),
                        new Revoked(entry.getRevocationDate().toInstant(), reason(entry)));
            }
            return new RootList(
                    der,
                    CRLNumber.getInstance(list.getExtension(Extension.cRLNumber).getParsedValue())
                            .getCRLNumber()
                            .longValueExact(),
                    list.getThisUpdate().toInstant(),
                    list.getNextUpdate().toInstant(),
                    revoked);
        } catch (CertException | OperatorCreationException | RuntimeException e) {
            // broken bytes come out of the library as exceptions of many kinds
            throw new IOException("no revocation list of " + root.getSubject(), e);
        }
    }

    /** After half of its time the next one is made, and at once when somebody is missing. */
    boolean isDue(Instant now, Map<BigInteger, Revoked> known) {
        return !now.isBefore(
                        thisUpdate.plus(Duration.between(thisUpdate, nextUpdate).dividedBy(2)))
                || !revoked.keySet().containsAll(known.keySet());
    }

    private static int reason(X509CRLEntryHolder entry) {
        Extension why = entry.getExtension(Extension.reasonCode);
        return why == null
                ? CRLReason.unspecified
                : ASN1Enumerated.getInstance(why.getParsedValue()).intValueExact();
    }
}

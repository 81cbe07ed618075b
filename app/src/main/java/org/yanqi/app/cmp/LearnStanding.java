package org.yanqi.app.cmp;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.certificate.port.CertificateAuthority.RevocationList;
import org.yanqi.process.certificate.port.CertificateAuthority.Standing;
import org.yanqi.process.certificate.port.CertificateAuthority.State;

/**
 * The state of a certificate of the outside authority: its OCSP responder is asked, and its revocation list read where no
 * responder gives an answer that holds. A responder that does not know the certificate has answered: no list makes it good.
 */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class LearnStanding {
    private final Trust trust;
    private final Protection station;
    private final Transactions transactions;
    private final AskResponder responder;
    private final ReadList lists;
    private final StatusProperties properties;

    LearnStanding(
            Trust trust,
            Protection station,
            Transactions transactions,
            AskResponder responder,
            ReadList lists,
            StatusProperties properties) {
        this.trust = trust;
        this.station = station;
        this.transactions = transactions;
        this.responder = responder;
        this.lists = lists;
        this.properties = properties;
    }

    /** @throws NoAnswer if neither responder nor list says anything that can be relied upon; what each said is in it */
    Standing of(X509CertificateHolder certificate, byte[] der) throws NoAnswer {
        List<X509CertificateHolder> issuers;
        try {
            issuers = trust.issuersOf(certificate, between(der));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new NoAnswer("the certificate leads to no trusted authority now: " + e.getMessage(), e);
        }
        if (issuers.isEmpty()) {
            throw new NoAnswer("nobody answers for a root", new IllegalArgumentException("a root"));
        }
        IOException failed = new IOException("the authority was not asked for the state of a certificate");
        for (URI one : properties.ocsp() == null ? StatusSources.responders(certificate) : List.of(properties.ocsp())) {
            try {
                return standing(responder.ask(one, certificate, issuers.get(0)), issuers);
            } catch (IOException e) {
                failed.addSuppressed(new IOException(one + ": " + e.getMessage(), e));
            }
        }
        for (URI one : properties.crl() == null ? StatusSources.lists(certificate) : List.of(properties.crl())) {
            try {
                return standing(lists.read(one, certificate, issuers.get(0)), certificate.getSerialNumber(), issuers);
            } catch (IOException e) {
                failed.addSuppressed(new IOException(one + ": " + e.getMessage(), e));
            }
        }
        List<String> said = new ArrayList<>();
        for (Throwable one : failed.getSuppressed()) {
            said.add(String.valueOf(one.getMessage()));
        }
        throw new NoAnswer(
                said.isEmpty()
                        ? "the certificate names neither a responder nor a list, and none is configured"
                        : String.join("; ", said),
                failed);
    }

    /** Certificates that may lie between: those the authority sent with this one, and those above our own. */
    private List<X509CertificateHolder> between(byte[] der) throws IOException {
        List<X509CertificateHolder> found = new ArrayList<>(station.chain());
        for (byte[] one : transactions.of(der).map(Transaction::issuers).orElse(List.of())) {
            found.add(new X509CertificateHolder(one));
        }
        return found;
    }

    private static Standing standing(AskResponder.Said said, List<X509CertificateHolder> issuers) throws IOException {
        CertificateStatus status = said.about().getCertStatus();
        Instant produced = said.produced().toInstant();
        if (status == CertificateStatus.GOOD) {
            return standing(State.GOOD, produced, null, null, null, issuers);
        }
        if (status instanceof RevokedStatus revoked) {
            return standing(
                    State.REVOKED,
                    produced,
                    revoked.getRevocationTime(),
                    Reason.of(revoked.hasRevocationReason() ? revoked.getRevocationReason() : CRLReason.unspecified),
                    null,
                    issuers);
        }
        return new Standing(State.UNKNOWN, produced, null, null, null, List.of());
    }

    private static Standing standing(X509CRLHolder list, BigInteger serial, List<X509CertificateHolder> issuers)
            throws IOException {
        Extension number = list.getExtension(Extension.cRLNumber);
        Instant asOf = list.getThisUpdate().toInstant();
        RevocationList named = number == null
                ? null
                : new RevocationList(
                        CRLNumber.getInstance(number.getParsedValue()).getCRLNumber(),
                        asOf,
                        list.getNextUpdate().toInstant());
        X509CRLEntryHolder entry = list.getRevokedCertificate(serial);
        if (entry == null) {
            return standing(State.GOOD, asOf, null, null, named, issuers);
        }
        Extension why = entry.getExtension(Extension.reasonCode);
        return standing(
                State.REVOKED,
                asOf,
                entry.getRevocationDate(),
                Reason.of(
                        why == null
                                ? CRLReason.unspecified
                                : ASN1Enumerated.getInstance(why.getParsedValue())
                                        .intValueExact()),
                named,
                issuers);
    }

    private static Standing standing(
            State state,
            Instant asOf,
            @Nullable Date revoked,
            @Nullable Reason reason,
            @Nullable RevocationList list,
            List<X509CertificateHolder> issuers)
            throws IOException {
        List<byte[]> chain = new ArrayList<>();
        for (X509CertificateHolder one : issuers) {
            chain.add(one.getEncoded());
        }
        return new Standing(state, asOf, revoked == null ? null : revoked.toInstant(), reason, list, chain);
    }
}

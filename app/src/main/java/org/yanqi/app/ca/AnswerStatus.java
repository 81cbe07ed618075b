package org.yanqi.app.ca;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.stereotype.Component;

/** Answers in what state a certificate is (RFC 6960): good, revoked, or unknown for what this authority never issued. */
@Component
class AnswerStatus {
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final int LONGEST_NONCE = 128;
    private static final int MOST_QUESTIONS = 16;

    private final Issuances issuances;
    private final Revocations revocations;
    private final Clock clock;
    private final DigestCalculatorProvider digests;

    AnswerStatus(Issuances issuances, Revocations revocations, Clock clock) throws OperatorCreationException {
        this.issuances = issuances;
        this.revocations = revocations;
        this.clock = clock;
        this.digests = new JcaDigestCalculatorProviderBuilder()
                .setProvider(Signing.PROVIDER)
                .build();
    }

    /** @return DER of a response; for bytes that are no request one that says so */
    byte[] to(Hierarchy hierarchy, byte[] request) throws IOException {
        Optional<OCSPReq> parsed = parse(request);
        return parsed.isEmpty()
                ? failure(OCSPRespBuilder.MALFORMED_REQUEST)
                : answer(hierarchy, parsed.get()).getEncoded();
    }

    private OCSPResp answer(Hierarchy hierarchy, OCSPReq request) {
        BasicOCSPRespBuilder builder =
                new BasicOCSPRespBuilder(new RespID(hierarchy.issuing().getSubject()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            for (Req one : request.getRequestList()) {
                builder.addResponse(
                        one.getCertID(),
                        status(hierarchy, one.getCertID()),
                        Date.from(now),
                        Date.from(now.plus(GOOD_FOR)));
            }
            Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (nonce != null) {
                builder.setResponseExtensions(new Extensions(nonce));
            }
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            builder.build(
                                    hierarchy.signer(),
                                    new X509CertificateHolder[] {hierarchy.issuing()},
                                    Date.from(now)));
        } catch (OCSPException e) {
            throw new IllegalStateException("cannot answer for the state of a certificate", e);
        }
    }

    /** The library's sign for good is null. */
    private CertificateStatus status(Hierarchy hierarchy, CertificateID id) {
        String serial = Issuances.hex(id.getSerialNumber());
        if (!isOf(hierarchy, id)) {
            return new UnknownStatus();
        }
        Optional<Revocations.Revocation> revoked = revocations.of(serial);
        if (revoked.isPresent()) {
            return new RevokedStatus(
                    Date.from(revoked.get().revoked()), revoked.get().reason());
        }
        return issuances.isSigned(hierarchy.algorithm().name(), serial) ? CertificateStatus.GOOD : new UnknownStatus();
    }

    private boolean isOf(Hierarchy hierarchy, CertificateID id) {
        try {
            return id.matchesIssuer(hierarchy.issuing(), digests);
        } catch (OCSPException e) {
            // a hash algorithm that nobody here knows names no certificate of ours
            return false;
        }
    }

    /** The request, if it is one that can be answered. */
    static Optional<OCSPReq> parse(byte[] request) {
        try {
            OCSPReq parsed = new OCSPReq(request);
            Req[] questions = parsed.getRequestList();
            boolean answerable = questions.length > 0 && questions.length <= MOST_QUESTIONS;
            for (Req one : questions) {
                answerable &= one.getCertID().getSerialNumber() != null;
            }
            Extension nonce = parsed.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (nonce != null) {
                int length = ASN1OctetString.getInstance(nonce.getParsedValue()).getOctets().length;
                answerable &= length > 0 && length <= LONGEST_NONCE;
            }
            return answerable ? Optional.of(parsed) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // broken bytes come out of the library as exceptions of many kinds
            return Optional.empty();
        }
    }

    private static byte[] failure(int status) throws IOException {
        try {
            return new OCSPRespBuilder().build(status, null).getEncoded();
        } catch (OCSPException e) {
            throw new IOException("cannot say that the request is malformed", e);
        }
    }
}

package org.yanqi.app.cmp;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Asks an OCSP responder for one certificate, and believes only an answer of the authority about this certificate and this time (RFC 6960 §3.2). */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class AskResponder {
    private static final String ASKED = "application/ocsp-request";
    private static final String ANSWERED = "application/ocsp-response";
    private static final int LONGEST = 64 * 1024;
    private static final int OK = 200;
    /** RFC 9654 §2.1. */
    private static final int NONCE_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final StatusProperties properties;
    private final Clock clock;
    private final Bounded http;
    private final DigestCalculatorProvider digests;

    AskResponder(StatusProperties properties, Clock clock) throws OperatorCreationException {
        this.properties = properties;
        this.clock = clock;
        this.http = new Bounded(properties.timeout(), LONGEST);
        this.digests = new JcaDigestCalculatorProviderBuilder()
                .setProvider(Crypto.PROVIDER)
                .build();
    }

    /** What the responder said of the certificate, and when. */
    record Said(SingleResp about, Date produced) {}

    /** @throws IOException if nothing came that can be relied upon; what that was is its message */
    Said ask(URI responder, X509CertificateHolder certificate, X509CertificateHolder issuer) throws IOException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] question = question(certificate.getSerialNumber(), issuer, nonce);
            return believe(exchange(responder, question), certificate.getSerialNumber(), issuer, nonce);
        } catch (OCSPException | RuntimeException e) {
            // broken bytes come out of the library as exceptions of many kinds
            throw new IOException("an answer that cannot be read", e);
        }
    }

    private byte[] question(BigInteger serial, X509CertificateHolder issuer, byte[] nonce)
            throws IOException, OCSPException {
        return new OCSPReqBuilder()
                .addRequest(id(serial, issuer))
                .setRequestExtensions(new Extensions(new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                        false,
                        new DEROctetString(new DEROctetString(nonce)))))
                .build()
                .getEncoded();
    }

    private CertificateID id(BigInteger serial, X509CertificateHolder issuer) throws OCSPException {
        try {
            // SHA-1 only names the issuer here, and is what every responder knows (RFC 5019 §2.1.1)
            return new CertificateID(digests.get(CertificateID.HASH_SHA1), issuer, serial);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("no SHA-1", e);
        }
    }

    private byte[] exchange(URI responder, byte[] question) throws IOException {
        Bounded.Got got = http.exchange(HttpRequest.newBuilder(responder)
                .header("Content-Type", ASKED)
                .header("Accept", ANSWERED)
                .POST(HttpRequest.BodyPublishers.ofByteArray(question)));
        if (got.status() != OK || !got.type().toLowerCase(Locale.ROOT).startsWith(ANSWERED)) {
            throw new IOException("status " + got.status() + " without an OCSP answer");
        }
        return got.body();
    }

    private Said believe(byte[] der, BigInteger serial, X509CertificateHolder issuer, byte[] nonce)
            throws IOException, OCSPException {
        OCSPResp whole = new OCSPResp(der);
        require(whole.getStatus() == OCSPResp.SUCCESSFUL, "the responder answers status " + whole.getStatus());
        require(whole.getResponseObject() instanceof BasicOCSPResp, "an answer of an unknown kind");
        BasicOCSPResp answer = (BasicOCSPResp) whole.getResponseObject();
        new ResponderRight(clock).require(answer, issuer);
        Extension echoed = answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        require(echoed != null || !properties.nonceRequired(), "an answer without our nonce");
        require(
                echoed == null
                        || Arrays.equals(
                                nonce,
                                ASN1OctetString.getInstance(echoed.getParsedValue())
                                        .getOctets()),
                "an answer with another nonce");
        SingleResp about = List.of(answer.getResponses()).stream()
                .filter(one -> serial.equals(one.getCertID().getSerialNumber()) && isOf(one.getCertID(), issuer))
                .findFirst()
                .orElseThrow(() -> new IOException("an answer about another certificate"));
        new Fresh(clock, properties.skew(), properties.oldest()).require(about.getThisUpdate(), about.getNextUpdate());
        return new Said(about, answer.getProducedAt());
    }

    private boolean isOf(CertificateID id, X509CertificateHolder issuer) {
        try {
            return id.matchesIssuer(issuer, digests);
        } catch (OCSPException e) {
            // a hash algorithm that nobody here knows names nobody
            return false;
        }
    }

    private static void require(boolean condition, String otherwise) throws IOException {
        if (!condition) {
            throw new IOException(otherwise);
        }
    }
}

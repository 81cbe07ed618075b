package org.yanqi.app.cmp;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** A certificate of the outside authority that names a responder and a list, with OpenSSL as the one and a real address of the other. */
final class Informed implements AutoCloseable {
    static final KeyPurposeId ANSWERS = KeyPurposeId.id_kp_OCSPSigning;
    static final String LIST = "/outside.crl";
    static final String RESPONDER = "/ocsp";

    final Outside outside;
    final WireMockServer web =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    final X509CertificateHolder certificate;
    private final Path folder;
    private @Nullable OpensslServer server;

    Informed(Path folder) throws IOException {
        this.folder = folder;
        outside = new Outside(folder);
        web.start();
        certificate = outside.pki.certificate(
                Outside.HOLDER, outside.freshPair(), named(web.baseUrl() + RESPONDER), listed(web.baseUrl() + LIST));
    }

    static Extension named(String responder) throws IOException {
        return Extension.create(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, address(responder)));
    }

    static Extension listed(String list) throws IOException {
        return Extension.create(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(point(list), null, null)
        }));
    }

    static DistributionPointName point(String list) {
        return new DistributionPointName(new GeneralNames(address(list)));
    }

    private static GeneralName address(String url) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, url);
    }

    /** One whom the authority certified to answer, or for another purpose. */
    static TestPki.Identity delegate(TestPki pki, KeyPurposeId purpose) throws IOException {
        var keys = TestPki.ec();
        return new TestPki.Identity(
                keys,
                pki.certificate(
                        "C=CN,O=Outside,CN=Responder",
                        keys,
                        Extension.create(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose))));
    }

    /** An index in which the certificate is good. */
    Path valid() throws IOException {
        return index("V\t391231000000Z\t\t" + hex(certificate.getSerialNumber()) + "\tunknown\t/CN=x\n");
    }

    Path index(String line) throws IOException {
        return Files.writeString(folder.resolve("index.txt"), line);
    }

    static String hex(BigInteger serial) {
        String digits = serial.toString(16).toUpperCase(Locale.ROOT);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    /** OpenSSL answers at the address that the certificate names. */
    OpensslServer responder(Path index, TestPki.Identity signer, String... more) {
        stopResponder();
        server = OpensslServer.ocsp(folder, outside.pki, signer, index, more);
        web.stubFor(WireMock.post(RESPONDER)
                .willReturn(WireMock.aResponse().proxiedFrom("http://127.0.0.1:" + server.port())));
        return server;
    }

    void list(byte[] der) {
        web.stubFor(WireMock.get(LIST)
                .willReturn(WireMock.aResponse()
                        .withHeader("Content-Type", "application/pkix-crl")
                        .withBody(der)));
    }

    /** A list of this authority. */
    byte[] list(TestPki by, Duration life, @Nullable BigInteger revoked, @Nullable IssuingDistributionPoint scope)
            throws IOException, OperatorCreationException {
        Instant now = outside.clock.instant();
        var builder = new X509v2CRLBuilder(outside.pki.root().getSubject(), Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(life)));
        builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(7)));
        if (scope != null) {
            builder.addExtension(Extension.issuingDistributionPoint, true, scope);
        }
        if (revoked != null) {
            builder.addCRLEntry(revoked, Date.from(now), CRLReason.keyCompromise);
        }
        return builder.build(by.signer()).getEncoded();
    }

    @Override
    public void close() {
        stopResponder();
        web.stop();
        outside.close();
    }

    private void stopResponder() {
        if (server != null) {
            server.close();
        }
    }
}

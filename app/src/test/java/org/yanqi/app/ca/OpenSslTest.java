package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/** The openssl program agrees with what the authority makes and says, for both hierarchies, over the product's own door. */
@OnPostgres
class OpenSslTest extends WithAuthority {
    @TempDir
    Path directory;

    @Autowired
    WebApplicationContext context;

    private OpenSsl openssl;
    private MockMvc http;

    @BeforeEach
    void tools() {
        openssl = new OpenSsl(directory);
        http = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void chain_request_and_list_of_rsa_are_good() throws Exception {
        TestKey key = TestKey.rsa(2048);
        byte[] leaf = enrolled(key);
        authorities("rsa");
        openssl.certificate("leaf", leaf);
        openssl.pem("csr", "CERTIFICATE REQUEST", key.request(SUBJECT));
        openssl.pem("crl", "X509 CRL", list(leaf));

        assertThat(openssl.run("req", "-in", "csr", "-noout", "-verify")).containsIgnoringCase("verify OK");
        assertThat(openssl.run("verify", "-x509_strict", "-CAfile", "root", "-untrusted", "issuing", "leaf"))
                .contains("leaf: OK");
        assertThat(openssl.run("crl", "-in", "crl", "-CAfile", "issuing", "-noout", "-crlnumber", "-nextupdate"))
                .contains("verify OK", "crlNumber", "nextUpdate");
        assertThat(checkedAgainstList()).contains("leaf: OK");
        authority.revoke(leaf, Reason.SUPERSEDED);
        openssl.pem("crl", "X509 CRL", list(leaf));
        assertThat(checkedAgainstList()).contains("certificate revoked");
    }

    @Test
    void whole_chains_are_checked_against_the_lists_of_root_and_issuing_authority() throws Exception {
        byte[] leaf = enrolled(TestKey.rsa(2048));
        authorities("rsa");
        openssl.certificate("leaf", leaf);
        openssl.pem("crl", "X509 CRL", list(leaf));
        openssl.pem("root-crl", "X509 CRL", download("/ca/rsa-root.crl"));
        assertThat(openssl.run("x509", "-in", "issuing", "-noout", "-ext", "crlDistributionPoints"))
                .contains(properties.publicUrl() + "/ca/rsa-root.crl");
        assertThat(openssl.run("crl", "-in", "root-crl", "-CAfile", "root", "-noout", "-crlnumber", "-nextupdate"))
                .contains("verify OK", "crlNumber", "nextUpdate");
        assertThat(openssl.run(
                        "verify",
                        "-x509_strict",
                        "-crl_check_all",
                        "-CAfile",
                        "root",
                        "-untrusted",
                        "issuing",
                        "-CRLfile",
                        "root-crl",
                        "-CRLfile",
                        "crl",
                        "leaf"))
                .contains("leaf: OK");
        authorities("sm2");
        assertThat(openssl.verifyStripped(download("/ca/sm2-root.crl"), "root")).contains("Verified OK");
    }

    /** Full, with the list's scope matched to the certificate's distribution point. */
    private String checkedAgainstList() {
        return openssl.run(
                "verify",
                "-partial_chain",
                "-x509_strict",
                "-crl_check",
                "-trusted",
                "issuing",
                "-CRLfile",
                "crl",
                "leaf");
    }

    @Test
    void a_list_of_another_shard_says_nothing_about_a_certificate() throws Exception {
        byte[] leaf = enrolled(TestKey.rsa(2048));
        authorities("rsa");
        openssl.certificate("leaf", leaf);
        Hierarchy rsa = hierarchies.of(Algorithm.RSA_2048);
        openssl.pem("crl", "X509 CRL", crls.current(rsa, new Shard(7, Places.address("http://x", rsa, 7))));
        assertThat(checkedAgainstList()).contains("different CRL scope");
    }

    @Test
    void ocsp_of_rsa_says_good_revoked_and_unknown_by_post_and_get() throws Exception {
        byte[] leaf = enrolled(TestKey.rsa(2048));
        authorities("rsa");
        openssl.certificate("leaf", leaf);

        assertThat(ask(false, "-cert", "leaf")).contains("Response verify OK", "Cert Status: good");
        authority.revoke(leaf, Reason.SUPERSEDED);
        assertThat(ask(true, "-cert", "leaf")).contains("Response verify OK", "Cert Status: revoked", "superseded");
        assertThat(ask(false, "-serial", "0x590102030405")).contains("Response verify OK", "Cert Status: unknown");
    }

    /** With a nonce that openssl makes and compares. */
    private String ask(boolean byGet, String... which) throws Exception {
        openssl.run("ocsp", "-issuer", "issuing", which[0], which[1], "-reqout", "request.der");
        openssl.write("response.der", answer("rsa", byGet, openssl.read("request.der")));
        return openssl.run(
                "ocsp",
                "-reqin",
                "request.der",
                "-respin",
                "response.der",
                "-CAfile",
                "root",
                "-verify_other",
                "issuing",
                "-resp_text");
    }

    @Test
    void links_and_requests_of_sm2_are_good() throws Exception {
        Reply.Issued issued = enrolment(old);
        authorities("sm2");
        openssl.certificate("leaf", issued.signing());
        openssl.certificate("encryption", issued.encryption());
        openssl.pem("csr", "CERTIFICATE REQUEST", old.request(SUBJECT));

        assertThat(openssl.run(
                        "verify", "-partial_chain", "-vfyopt", OpenSsl.DEFAULT_ID, "-trusted", "issuing", "leaf"))
                .contains("leaf: OK");
        assertThat(openssl.run(
                        "verify", "-partial_chain", "-vfyopt", OpenSsl.DEFAULT_ID, "-trusted", "issuing", "encryption"))
                .contains("encryption: OK");
        assertThat(openssl.run("verify", "-vfyopt", OpenSsl.DEFAULT_ID, "-CAfile", "root", "issuing"))
                .contains("issuing: OK");
        assertThat(openssl.run("req", "-in", "csr", "-noout", "-verify", "-vfyopt", OpenSsl.DEFAULT_ID))
                .containsIgnoringCase("verify OK");
    }

    @Test
    void list_and_ocsp_of_sm2_carry_signatures_that_openssl_verifies() throws Exception {
        byte[] leaf = enrolled(old);
        authority.revoke(leaf, Reason.SUPERSEDED);
        authorities("sm2");
        openssl.certificate("leaf", leaf);
        byte[] crl = list(leaf);

        assertThat(openssl.verifyStripped(crl, "issuing")).contains("Verified OK");
        openssl.pem("crl", "X509 CRL", crl);
        assertThat(openssl.run("crl", "-in", "crl", "-noout", "-text"))
                .contains("X509v3 Issuing Distribution Point: critical", "Only User Certificates")
                .containsIgnoringCase(Issuances.hex(new X509CertificateHolder(leaf).getSerialNumber()));

        openssl.run("ocsp", "-issuer", "issuing", "-cert", "leaf", "-reqout", "request.der");
        byte[] request = openssl.read("request.der");
        BasicOCSPResp response = (BasicOCSPResp) new OCSPResp(answer("sm2", true, request)).getResponseObject();
        assertThat(response.getResponses()[0].getCertStatus()).isNotEqualTo(CertificateStatus.GOOD);
        assertThat(response.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                .isEqualTo(new OCSPReq(request).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce));
        assertThat(openssl.verifyStripped(response.getEncoded(), "issuing")).contains("Verified OK");
    }

    @Test
    void openssl_opens_an_envelope_with_the_signing_key() throws Exception {
        Reply.Issued issued = enrolment(old);
        ASN1Sequence envelope = ASN1Sequence.getInstance(issued.envelope());
        openssl.write("cipher.der", envelope.getObjectAt(1).toASN1Primitive().getEncoded());
        openssl.pem("signing.pem", "PRIVATE KEY", old.pair().getPrivate().getEncoded());
        openssl.run("pkeyutl", "-decrypt", "-inkey", "signing.pem", "-in", "cipher.der", "-out", "sm4");
        byte[] sm4 = openssl.read("sm4");
        assertThat(sm4).hasSize(16);

        byte[] point = ((DERBitString) envelope.getObjectAt(2)).getBytes();
        byte[] secret = TestEnvelope.decrypt(sm4, ((DERBitString) envelope.getObjectAt(3)).getBytes());
        assertThat(TestEnvelope.point(secret))
                .isEqualTo(point)
                .isEqualTo(new X509CertificateHolder(issued.encryption())
                        .getSubjectPublicKeyInfo()
                        .getPublicKeyData()
                        .getBytes());
    }

    private void authorities(String slug) throws Exception {
        openssl.certificate("issuing", download("/ca/" + slug + "-issuing.crt"));
        openssl.certificate("root", download("/ca/" + slug + "-root.crt"));
    }

    /** From the address that stands in the certificate. */
    private byte[] list(byte[] certificate) throws Exception {
        return download(URI.create(shardOf(certificate).address()).getPath());
    }

    private byte[] download(String path) throws Exception {
        MockHttpServletResponse response =
                http.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsByteArray();
    }

    private byte[] answer(String slug, boolean byGet, byte[] request) throws Exception {
        MockHttpServletResponse response = http.perform(
                        byGet
                                ? MockMvcRequestBuilders.get(
                                        "/ca/ocsp/" + slug + "/{request}",
                                        Base64.getEncoder().encodeToString(request))
                                : MockMvcRequestBuilders.post("/ca/ocsp/" + slug)
                                        .contentType(MediaType.parseMediaType("application/ocsp-request"))
                                        .content(request))
                .andReturn()
                .getResponse();
        assertThat(response.getContentType()).isEqualTo("application/ocsp-response");
        return response.getContentAsByteArray();
    }
}

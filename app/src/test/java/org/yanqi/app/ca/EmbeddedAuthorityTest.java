package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;
import org.yanqi.process.record.AppendToRecord;

/** What the embedded authority signs, what it refuses, and what a crash leaves behind. */
@OnPostgres
class EmbeddedAuthorityTest {
    private static final X500Name SUBJECT = new X500Name("C=CN,ST=辽宁省,L=沈阳市,O=沈阳某某公司,OU=91210100MA0TEST00X,CN=张三");

    @Autowired
    EmbeddedAuthority authority;

    @Autowired
    Hierarchies hierarchies;

    @Autowired
    PublishCrl crls;

    @Autowired
    AnswerStatus answers;

    @Autowired
    Issuances issuances;

    @Autowired
    Standings standings;

    @Autowired
    Revocations revocations;

    @Autowired
    EscrowedKeys escrow;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    AppendToRecord audit;

    @Autowired
    CaProperties properties;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private final TestKey old = TestKey.sm2();
    private final TestKey fresh = TestKey.sm2();

    @Test
    void a_renewal_of_sm2_gives_a_pair_of_one_subject_and_two_uses() throws Exception {
        Reply.Issued issued = issued(authority.update(renewal(enrolled(old), fresh)));

        X509CertificateHolder signing = new X509CertificateHolder(issued.signing());
        X509CertificateHolder encryption = new X509CertificateHolder(issued.encryption());
        assertThat(signing.getSubject()).isEqualTo(SUBJECT).isEqualTo(encryption.getSubject());
        assertThat(signing.getSerialNumber()).isNotEqualTo(encryption.getSerialNumber());
        assertThat(signing.getSerialNumber().toByteArray()).hasSize(18).startsWith(0x59);
        assertThat(KeyUsage.fromExtensions(signing.getExtensions()).hasUsages(KeyUsage.digitalSignature))
                .isTrue();
        assertThat(KeyUsage.fromExtensions(encryption.getExtensions()).hasUsages(KeyUsage.digitalSignature))
                .isFalse();
        assertThat(issued.envelope()).isNotEmpty();
        X509CertificateHolder issuing = new X509CertificateHolder(issued.chain().get(0));
        assertThat(signing.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(Signing.PROVIDER)
                        .build(issuing)))
                .isTrue();
    }

    @Test
    void the_same_request_gets_the_same_certificates_byte_for_byte() throws Exception {
        CertificateAuthority.Request request = renewal(enrolled(old), fresh);
        Reply.Issued first = issued(authority.update(request));
        Reply.Issued again = issued(authority.update(request));

        assertThat(again.signing()).isEqualTo(first.signing());
        assertThat(again.encryption()).isEqualTo(first.encryption());
        assertThat(again.envelope()).isEqualTo(first.envelope());
        authority.revoke(request.replaced(), Reason.SUPERSEDED);
        assertThat(issued(authority.update(request)).signing()).isEqualTo(first.signing());
    }

    @Test
    void refuses_another_request_under_a_key_that_was_answered() throws Exception {
        byte[] replaced = enrolled(old);
        CertificateAuthority.Request request = renewal(replaced, fresh);
        authority.update(request);
        CertificateAuthority.Request other = renewal(replaced, TestKey.sm2());

        Reply reply = authority.update(new CertificateAuthority.Request(
                request.key(),
                replaced,
                other.request(),
                other.oldSignature(),
                Algorithm.SM2,
                other.notBefore(),
                other.notAfter()));
        assertThat(code(reply)).isEqualTo("request-key-used");
    }

    @Test
    void refuses_to_replace_what_is_revoked_or_not_its_own() throws Exception {
        byte[] replaced = enrolled(old);
        authority.revoke(replaced, Reason.KEY_COMPROMISE);
        assertThat(code(authority.update(renewal(replaced, fresh)))).isEqualTo("replaced-revoked");

        byte[] foreign = new FoundHierarchy("Another", clock)
                .found(Algorithm.SM2)
                .hierarchy()
                .issuing()
                .getEncoded();
        assertThat(code(authority.update(renewal(foreign, fresh)))).isIn("csr-subject", "old-signature-failed");
        assertThatThrownBy(() -> authority.revoke(foreign, Reason.SUPERSEDED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_crash_between_specimen_and_signature_leaves_a_record_that_is_revoked_and_never_signed_again()
            throws Exception {
        byte[] replaced = enrolled(old);
        CertificateAuthority.Request request = renewal(replaced, fresh);
        EmbeddedAuthority crashing = with(tbs -> {
            throw new StackOverflowError("killed");
        });
        assertThatThrownBy(() -> crashing.update(request)).isInstanceOf(StackOverflowError.class);

        List<String> left = issuances.unfinished(request.key());
        assertThat(left).hasSize(2);
        Reply.Issued issued = issued(authority.update(request));
        assertThat(issuances.unfinished(request.key())).isEmpty();
        assertThat(left).allSatisfy(serial -> assertThat(revocations.of(serial)).isPresent());
        assertThat(Issuances.hex(new X509CertificateHolder(issued.signing()).getSerialNumber()))
                .isNotIn(left);
    }

    @Test
    void signs_nothing_that_breaks_a_rule() throws Exception {
        byte[] replaced = enrolled(old);
        CertificateAuthority.Request request = renewal(replaced, fresh);
        Reply reply = authority.update(new CertificateAuthority.Request(
                request.key(),
                replaced,
                request.request(),
                request.oldSignature(),
                Algorithm.SM2,
                request.notBefore(),
                request.notBefore().plus(Duration.ofDays(4000))));

        assertThat(code(reply)).isEqualTo("lint-failed");
        assertThat(database.sql("select count(*) from ca_issuance where request_key = ?")
                        .param(request.key())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_revocation_list_names_the_reason_and_its_number_grows() throws Exception {
        Hierarchy sm2 = hierarchies.of(Algorithm.SM2);
        byte[] certificate = enrolled(old);
        long before = number(crls.current(sm2));
        authority.revoke(certificate, Reason.SUPERSEDED);
        authority.revoke(certificate, Reason.KEY_COMPROMISE);

        X509CRLHolder crl = new X509CRLHolder(crls.current(sm2));
        X509CertificateHolder revoked = new X509CertificateHolder(certificate);
        assertThat(number(crl.getEncoded())).isGreaterThan(before);
        assertThat(crl.getRevokedCertificate(revoked.getSerialNumber())).isNotNull();
        assertThat(crl.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(Signing.PROVIDER)
                        .build(sm2.issuing())))
                .isTrue();
    }

    @Test
    void openssl_finds_chain_and_list_of_rsa_good(@TempDir Path dir) throws Exception {
        TestKey key = TestKey.rsa(2048);
        Reply.Issued issued = issued(authority.enrol(
                "enrol-" + UUID.randomUUID(),
                SUBJECT.toString(),
                key.request(SUBJECT),
                Algorithm.RSA_2048,
                clock.instant(),
                clock.instant().plus(Duration.ofDays(365))));
        assertThat(issued.encryption()).isNull();
        Hierarchy rsa = hierarchies.of(Algorithm.RSA_2048);
        pem(dir, "leaf", "CERTIFICATE", issued.signing());
        pem(dir, "issuing", "CERTIFICATE", rsa.issuing().getEncoded());
        pem(dir, "root", "CERTIFICATE", rsa.root().getEncoded());
        pem(dir, "crl", "X509 CRL", crls.current(rsa));

        assertThat(openssl(dir, "verify", "-CAfile", "root", "-untrusted", "issuing", "leaf"))
                .contains("leaf: OK");
        assertThat(openssl(dir, "crl", "-in", "crl", "-CAfile", "issuing", "-noout", "-crlnumber"))
                .contains("verify OK");
        authority.revoke(issued.signing(), Reason.SUPERSEDED);
        pem(dir, "crl", "X509 CRL", crls.current(rsa));
        Files.write(dir.resolve("all"), Files.readAllBytes(dir.resolve("issuing")));
        assertThat(openssl(dir, "verify", "-partial_chain", "-crl_check", "-trusted", "all", "-CRLfile", "crl", "leaf"))
                .contains("certificate revoked");
    }

    @Test
    void openssl_is_told_the_state_of_a_certificate_and_unknown_for_what_was_never_issued(@TempDir Path dir)
            throws Exception {
        TestKey key = TestKey.rsa(2048);
        byte[] leaf = issued(authority.enrol(
                        "enrol-" + UUID.randomUUID(),
                        SUBJECT.toString(),
                        key.request(SUBJECT),
                        Algorithm.RSA_2048,
                        clock.instant(),
                        clock.instant().plus(Duration.ofDays(365))))
                .signing();
        Hierarchy rsa = hierarchies.of(Algorithm.RSA_2048);
        pem(dir, "leaf", "CERTIFICATE", leaf);
        pem(dir, "issuing", "CERTIFICATE", rsa.issuing().getEncoded());
        pem(dir, "root", "CERTIFICATE", rsa.root().getEncoded());

        assertThat(ask(dir, rsa, "-cert", "leaf")).contains("Response verify OK", "leaf: good");
        authority.revoke(leaf, Reason.SUPERSEDED);
        assertThat(ask(dir, rsa, "-cert", "leaf")).contains("leaf: revoked", "superseded");
        assertThat(ask(dir, rsa, "-serial", "0x590102030405")).contains(": unknown");
        assertThat(new OCSPResp(answers.to(rsa, new byte[] {1, 2, 3})).getStatus())
                .isEqualTo(OCSPResp.MALFORMED_REQUEST);
    }

    /** Over HTTP, with a nonce that openssl compares. */
    private String ask(Path dir, Hierarchy hierarchy, String... which) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = answers.to(hierarchy, exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            return openssl(
                    dir,
                    "ocsp",
                    "-issuer",
                    "issuing",
                    which[0],
                    which[1],
                    "-url",
                    url,
                    "-CAfile",
                    "root",
                    "-verify_other",
                    "issuing");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void openssl_finds_the_links_of_sm2_good(@TempDir Path dir) throws Exception {
        byte[] leaf = enrolled(old);
        Hierarchy sm2 = hierarchies.of(Algorithm.SM2);
        pem(dir, "leaf", "CERTIFICATE", leaf);
        pem(dir, "issuing", "CERTIFICATE", sm2.issuing().getEncoded());
        pem(dir, "root", "CERTIFICATE", sm2.root().getEncoded());
        String id = "distid:1234567812345678";

        assertThat(openssl(dir, "verify", "-partial_chain", "-vfyopt", id, "-trusted", "issuing", "leaf"))
                .contains("leaf: OK");
        assertThat(openssl(dir, "verify", "-vfyopt", id, "-CAfile", "root", "issuing"))
                .contains("issuing: OK");
    }

    private EmbeddedAuthority with(RealSigner signer) {
        Issue issue = new Issue(properties, issuances, transactions, audit, signer, clock);
        return new EmbeddedAuthority(
                hierarchies, issue, issuances, revocations, escrow, standings, transactions, clock);
    }

    private byte[] enrolled(TestKey key) throws Exception {
        Instant now = clock.instant();
        return issued(authority.enrol(
                        "enrol-" + UUID.randomUUID(),
                        SUBJECT.toString(),
                        key.request(SUBJECT),
                        key.algorithm(),
                        now.minus(Duration.ofDays(300)),
                        now.plus(Duration.ofDays(65))))
                .signing();
    }

    private CertificateAuthority.Request renewal(byte[] replaced, TestKey key) {
        byte[] request = key.request(SUBJECT);
        Instant now = clock.instant();
        return new CertificateAuthority.Request(
                "update-" + UUID.randomUUID(),
                replaced,
                request,
                old.sign(request),
                key.algorithm(),
                now,
                now.plus(Duration.ofDays(430)));
    }

    private static Reply.Issued issued(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Issued.class);
        return (Reply.Issued) reply;
    }

    private static String code(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused) reply).code();
    }

    private static long number(byte[] crl) throws Exception {
        return CRLNumber.getInstance(
                        new X509CRLHolder(crl).getExtension(Extension.cRLNumber).getParsedValue())
                .getCRLNumber()
                .longValue();
    }

    private static void pem(Path dir, String name, String type, byte[] der) throws Exception {
        Files.writeString(
                dir.resolve(name),
                "-----BEGIN " + type + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END " + type + "-----\n");
    }

    private static String openssl(Path dir, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said;
    }
}

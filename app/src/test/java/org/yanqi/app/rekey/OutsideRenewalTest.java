package org.yanqi.app.rekey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yanqi.app.OnPostgres;
import org.yanqi.app.ca.TestKey;
import org.yanqi.app.cmp.Bridge;
import org.yanqi.app.cmp.TestCa;
import org.yanqi.app.cmp.TestPki;
import org.yanqi.app.rekey.OwedCertificates.Owed;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.AgentReports;
import org.yanqi.process.rekey.ConfirmCertificate;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.rekey.Rekey;
import org.yanqi.process.rekey.RekeyStage;
import org.yanqi.process.rekey.Rekeys;
import org.yanqi.process.rekey.RequestCertificate;
import org.yanqi.process.rekey.SettleRekey;
import org.yanqi.process.rekey.TicketClaims;
import org.yanqi.process.rekey.port.TicketSeal;
import org.yanqi.process.worklist.SearchWorkItems;

/** The update of a key when an outside authority issues: what it is told, and when (R7). */
@OnPostgres
@Import(OwedCertificates.class)
class OutsideRenewalTest {
    private static final int KUR = PKIBody.TYPE_KEY_UPDATE_REQ;
    private static final int CERT_CONF = PKIBody.TYPE_CERT_CONFIRM;
    private static final int RR = PKIBody.TYPE_REVOCATION_REQ;
    private static final String ORIGIN = "http://localhost:8080";
    private static final Actor SYSTEM = Actor.system("test");
    private static final Actor DESK =
            new Actor("service", "客服", Role.CUSTOMER_SERVICE, Set.of(Role.CUSTOMER_SERVICE), null, null, "127.0.0.1");
    private static final String NAME = "C=CN,O=Outside,CN=Outside CA";
    private static final TestPki PKI = new TestPki(NAME);
    private static final TestCa CA = new TestCa(PKI, PKI.identity(NAME, TestPki.ec()));
    private static final Bridge BRIDGE = new Bridge(CA::post);
    private static final TestKey OLD = TestKey.rsa(2048);
    private static final TestKey FRESH = TestKey.rsa(2048);

    @Autowired
    OwedCertificates owedCertificates;

    @Autowired
    OpenTicket openTicket;

    @Autowired
    TicketSeal seal;

    @Autowired
    RequestCertificate request;

    @Autowired
    ConfirmCertificate confirm;

    @Autowired
    AgentReports reports;

    @Autowired
    SettleRekey settle;

    @Autowired
    SearchWorkItems worklist;

    @Autowired
    Rekeys rekeys;

    @Autowired
    Certificates certificates;

    @Autowired
    JdbcClient database;

    private Owed owed;
    private byte[] csr;
    private int before;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) throws Exception {
        Path folder = Files.createTempDirectory("outside");
        registry.add("yanqi.ca.kind", () -> "cmp");
        registry.add("yanqi.cmp.endpoint", () -> "http://127.0.0.1:" + BRIDGE.port() + "/pkix/");
        registry.add("yanqi.cmp.authority", () -> NAME);
        registry.add("yanqi.cmp.trust", () -> TestPki.pem(folder.resolve("root.pem"), PKI.root()));
        registry.add("yanqi.cmp.key-store", () -> TestCa.registration(folder, PKI, "a password"));
        registry.add("yanqi.cmp.key-store-password", () -> "a password");
        registry.add("yanqi.cmp.algorithms", () -> "RSA_2048,SM2");
        registry.add("yanqi.cmp.look-every", () -> "PT0.2S");
    }

    @AfterAll
    static void close() {
        BRIDGE.close();
    }

    @BeforeEach
    void order() {
        owed = owedCertificates.company(OLD);
        csr = FRESH.request(owed.subject());
        before = CA.heard().size();
    }

    @Test
    void the_authority_hears_of_the_confirmation_after_the_key_and_of_the_revocation_last() {
        TicketClaims claims = ticket();
        byte[] certificate = issued(claims);
        assertThat(heard()).containsExactly(KUR);
        confirm(claims, certificate);
        awaitStage(RekeyStage.OLD_REVOKED);
        assertThat(heard()).containsExactly(KUR, CERT_CONF, RR);
        assertThat(certificates.one(SYSTEM, owed.pair().id()).state()).isEqualTo(CertificateState.SUPERSEDED);
    }

    @Test
    void a_key_that_takes_longer_than_the_authority_waits_loses_nothing_and_what_is_given_up_is_revoked() {
        TicketClaims claims = ticket();
        byte[] certificate = issued(claims);
        timeIsOver();
        await().atMost(Duration.ofSeconds(30)).until(() -> heard().equals(List.of(KUR, CERT_CONF)));
        assertThat(certificates.one(SYSTEM, owed.pair().id()).state()).isEqualTo(CertificateState.IN_FORCE);
        assertThat(request.result(claims).orElseThrow().signing()).isEqualTo(certificate);

        reports.failed(claims, "import-failed", "");
        UUID work = worklist.open("settle-rekey-failure", owed.item().toString())
                .orElseThrow()
                .id();
        assertThat(settle.failure(DESK, work, "keep-owed", "客户放弃", null).isAccepted())
                .isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> heard().equals(List.of(KUR, CERT_CONF, RR)));
        assertThat(certificates.one(SYSTEM, owed.pair().id()).state()).isEqualTo(CertificateState.IN_FORCE);
    }

    @Test
    void what_the_authority_takes_back_goes_to_the_desk_and_the_same_request_gets_another_certificate() {
        TicketClaims claims = ticket();
        byte[] first = issued(claims);
        CA.refuseConfirmation("too late");
        timeIsOver();
        await().atMost(Duration.ofSeconds(30)).until(() -> "taken-back".equals(rekey().failure()));
        assertThat(worklist.open("settle-rekey-failure", owed.item().toString()))
                .isPresent();
        assertThat(request.result(claims)).isEmpty();
        assertThat(rekey().newCertificate()).isNull();
        assertThat(certificates.one(SYSTEM, owed.pair().id()).state()).isEqualTo(CertificateState.IN_FORCE);

        TicketClaims again = ticket();
        byte[] second = issued(again);
        assertThat(second).isNotEqualTo(first);
        confirm(again, second);
        awaitStage(RekeyStage.OLD_REVOKED);
        assertThat(heard()).containsExactly(KUR, CERT_CONF, KUR, CERT_CONF, RR);
        assertThat(certificates.life(SYSTEM, owed.pair().id()))
                .extracting(pair -> pair.state())
                .containsExactlyInAnyOrder(
                        CertificateState.SUPERSEDED, CertificateState.REVOKED, CertificateState.IN_FORCE);
    }

    private TicketClaims ticket() {
        accepted(openTicket.declareAgain(owed.administrator(), owed.item(), true));
        return seal.open(accepted(openTicket.open(owed.administrator(), owed.item(), "rekey", ORIGIN)))
                .orElseThrow();
    }

    private byte[] issued(TicketClaims claims) {
        accepted(request.request(claims, csr, OLD.sign(csr)));
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> request.result(claims), result -> result.isPresent())
                .orElseThrow()
                .signing();
    }

    private void confirm(TicketClaims claims, byte[] certificate) {
        byte[] signed = ("yanqi-confirm\n" + ORIGIN + "\n" + claims.nonce()).getBytes(StandardCharsets.UTF_8);
        accepted(confirm.confirm(claims, certificate, null, FRESH.sign(signed)));
    }

    /** The authority waits for this one no longer than until now. */
    private void timeIsOver() {
        database.sql("update cmp_transaction set confirm_by = changed where request_key = ? and state = 'ISSUED'")
                .param(owed.item() + "/1")
                .update();
    }

    private List<Integer> heard() {
        return CA.heard().subList(before, CA.heard().size());
    }

    private Rekey rekey() {
        return rekeys.one(owed.administrator(), owed.item());
    }

    private void awaitStage(RekeyStage stage) {
        await().atMost(Duration.ofSeconds(30)).until(() -> rekey().stage() == stage);
    }

    private static <T> T accepted(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }
}

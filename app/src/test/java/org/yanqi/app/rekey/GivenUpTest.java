package org.yanqi.app.rekey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.yanqi.app.OnPostgres;
import org.yanqi.app.ca.TestKey;
import org.yanqi.app.rekey.OwedCertificates.Owed;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.AgentReports;
import org.yanqi.process.rekey.ApproveSettlement;
import org.yanqi.process.rekey.ConfirmCertificate;
import org.yanqi.process.rekey.EndRefunded;
import org.yanqi.process.rekey.OpenBidChoices;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.rekey.RekeyStage;
import org.yanqi.process.rekey.Rekeys;
import org.yanqi.process.rekey.RequestCertificate;
import org.yanqi.process.rekey.SettleRekey;
import org.yanqi.process.rekey.TicketClaims;
import org.yanqi.process.rekey.port.TicketSeal;
import org.yanqi.process.worklist.SearchWorkItems;

/** A paid certificate is owed (R6): giving up ends nothing, and settling for good takes two persons. */
@OnPostgres
@Import(OwedCertificates.class)
class GivenUpTest {
    private static final String ORIGIN = "http://localhost:8080";
    private static final Actor SYSTEM = Actor.system("test");
    private static final Actor DESK = staff("service", Role.CUSTOMER_SERVICE);
    private static final Actor SUPERVISOR = staff("supervisor", Role.SUPERVISOR);

    @Autowired
    OwedCertificates owedCertificates;

    @Autowired
    OpenTicket openTicket;

    @Autowired
    TicketSeal seal;

    @Autowired
    RequestCertificate requests;

    @Autowired
    ConfirmCertificate confirmations;

    @Autowired
    AgentReports reports;

    @Autowired
    OpenBidChoices choices;

    @Autowired
    SettleRekey settle;

    @Autowired
    ApproveSettlement settlements;

    @Autowired
    EndRefunded refunds;

    @Autowired
    Rekeys rekeys;

    @Autowired
    Orders orders;

    @Autowired
    SearchWorkItems worklist;

    @Autowired
    Certificates certificates;

    private final TestKey fresh = TestKey.sm2();

    @Test
    void what_is_given_up_is_withdrawn_and_stays_owed_and_the_old_certificate_stays_valid() {
        var owed = owedCertificates.company();
        var claims = ticket(owed);
        var unused = issued(owed, claims, fresh);
        assertThat(refunds.hindrance(item(owed)).map(one -> one.code())).contains("refusal.refund-certificate-issued");
        giveUp(owed, claims);

        assertThat(refusal(confirm(owed, claims, fresh))).isEqualTo("refusal.wrong-state");
        awaitRevoked(unused);
        assertThat(certificates.one(SYSTEM, owed.pair().id()).state()).isEqualTo(CertificateState.IN_FORCE);
        assertThat(item(owed).state()).isEqualTo(ItemState.OWED);
        assertThat(refusal(openTicket.open(owed.administrator(), owed.item(), "read", ORIGIN)))
                .isEqualTo("refusal.rekey-given-up");
        assertThat(refunds.hindrance(item(owed))).isEmpty();
    }

    @Test
    void the_customer_takes_up_again_what_was_given_up_and_gets_another_certificate() {
        var owed = owedCertificates.company();
        var first = ticket(owed);
        var unused = issued(owed, first, fresh);
        giveUp(owed, first);
        awaitRevoked(unused);

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        choices.goOnEarlier(owed.administrator(), owed.item()).isAccepted());
        var declaredBefore = openTicket.open(owed.administrator(), owed.item(), "rekey", ORIGIN);
        assertThat(refusal(declaredBefore)).isEqualTo("refusal.declare-open-bids-again");
        var second = ticket(owed);
        // the key may have kept its request: it gets a certificate of its own all the same
        assertThat(issued(owed, second, fresh)).isNotEqualTo(unused);
        accepted(confirm(owed, second, fresh));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rekeys.one(owed.administrator(), owed.item()).stage() == RekeyStage.OLD_REVOKED);
        assertThat(certificates.life(SYSTEM, owed.pair().id()))
                .extracting(pair -> pair.state())
                .containsExactlyInAnyOrder(
                        CertificateState.SUPERSEDED, CertificateState.REVOKED, CertificateState.IN_FORCE);
    }

    @Test
    void settling_for_good_takes_a_second_person_and_a_no_brings_it_back_to_the_desk() {
        var owed = owedCertificates.company();
        var claims = ticket(owed);
        var unused = issued(owed, claims, fresh);
        reports.failed(claims, "import-failed", "");
        accepted(settle.failure(DESK, work(owed, "settle-rekey-failure"), "settle", "已在柜台换发新锁", null));
        assertThat(item(owed).state()).isEqualTo(ItemState.OWED);
        var asked = work(owed, "approve-settlement");
        assertThat(settlements.proposal(SUPERVISOR, owed.item()).reason()).isEqualTo("已在柜台换发新锁");
        assertThatThrownBy(() -> settlements.approve(DESK, asked, true, "")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> settlements.approve(staff("service", Role.SUPERVISOR), asked, true, ""))
                .isInstanceOf(NotAllowed.class);
        assertThat(refusal(settlements.approve(SUPERVISOR, asked, false, " "))).isEqualTo("refusal.reason-missing");

        accepted(settlements.approve(SUPERVISOR, asked, false, "请先退款"));
        assertThat(certificates.one(SYSTEM, unused).state()).isEqualTo(CertificateState.ISSUED);
        accepted(settle.failure(DESK, work(owed, "settle-rekey-failure"), "settle", "客户书面确认", null));
        accepted(settlements.approve(SUPERVISOR, work(owed, "approve-settlement"), true, ""));
        await().atMost(Duration.ofSeconds(30)).until(() -> item(owed).state() == ItemState.SETTLED);
        awaitRevoked(unused);
        assertThat(certificates.one(SYSTEM, owed.pair().id()).state()).isEqualTo(CertificateState.IN_FORCE);
    }

    private void giveUp(Owed owed, TicketClaims claims) {
        reports.failed(claims, "import-failed", "");
        accepted(settle.failure(DESK, work(owed, "settle-rekey-failure"), "keep-owed", "客户放弃", null));
    }

    private TicketClaims ticket(Owed owed) {
        accepted(openTicket.declareAgain(owed.administrator(), owed.item(), true));
        return seal.open(accepted(openTicket.open(owed.administrator(), owed.item(), "rekey", ORIGIN)))
                .orElseThrow();
    }

    /** @return the new certificate, issued for this key */
    private UUID issued(Owed owed, TicketClaims claims, TestKey key) {
        byte[] csr = key.request(owed.subject());
        accepted(requests.request(claims, csr, owed.key().sign(csr)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> requests.result(claims).isPresent());
        var certificate = rekeys.one(owed.administrator(), owed.item()).newCertificate();
        assertThat(certificate).isNotNull();
        return certificate;
    }

    private Outcome<?> confirm(Owed owed, TicketClaims claims, TestKey key) {
        var pair = rekeys.one(owed.administrator(), owed.item()).newCertificate();
        if (pair == null) {
            return confirmations.confirm(claims, new byte[0], null, new byte[0]);
        }
        var written = certificates.one(SYSTEM, pair);
        var signed = ("yanqi-confirm\n" + ORIGIN + "\n" + claims.nonce()).getBytes(StandardCharsets.UTF_8);
        return confirmations.confirm(claims, written.signing(), written.encryption(), key.sign(signed));
    }

    private void awaitRevoked(UUID certificate) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> certificates.one(SYSTEM, certificate).state() == CertificateState.REVOKED);
    }

    private UUID work(Owed owed, String kind) {
        return worklist.open(kind, owed.item().toString()).orElseThrow().id();
    }

    private OrderItem item(Owed owed) {
        return orders.withItem(owed.item()).items().stream()
                .filter(one -> one.id().equals(owed.item()))
                .findFirst()
                .orElseThrow();
    }

    private static Actor staff(String account, Role role) {
        return new Actor(account, account, role, Set.of(role), null, null, "127.0.0.1");
    }

    private static <T> T accepted(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }

    private static String refusal(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).reasons().get(0).code();
    }
}

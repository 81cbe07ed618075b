package org.yanqi.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yanqi.app.OnPostgres;
import org.yanqi.app.ca.TestKey;
import org.yanqi.process.account.RegisterCustomer;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.EnterCertificate;
import org.yanqi.process.certificate.InspectCertificate;
import org.yanqi.process.certificate.KeyContents;
import org.yanqi.process.certificate.KeyContents.Use;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.certificate.LifeEvent;
import org.yanqi.process.certificate.LifeEvent.What;
import org.yanqi.process.certificate.Revocation;
import org.yanqi.process.certificate.RevokeCertificate;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;
import org.yanqi.process.certificate.port.CertificateAuthority.State;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.ReadTimeline;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/** Looking into certificates, and revoking one by two persons. */
@OnPostgres
class RevocationTest {
    private static final Actor SYSTEM = Actor.system("test");
    private static final Actor DESK = staff("kefu", Role.CUSTOMER_SERVICE);
    private static final Actor SUPERVISOR = staff("zhuguan", Role.SUPERVISOR);
    private static final Actor AUDITOR = staff("shenji", Role.AUDITOR);

    @Autowired
    RegisterCustomer register;

    @Autowired
    EnterCertificate enter;

    @Autowired
    CertificateAuthority authority;

    @Autowired
    Certificates certificates;

    @Autowired
    RevokeCertificate revocations;

    @Autowired
    InspectCertificate inspect;

    @Autowired
    KeyContents contents;

    @Autowired
    SearchWorkItems worklist;

    @Autowired
    ReadTimeline timeline;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private static Actor staff(String account, Role... roles) {
        return new Actor(account, account, roles[0], Set.of(roles), null, null, "test");
    }

    private CertificatePair pair() throws Exception {
        var company = register.organisation(SYSTEM, "鞍山" + mark, "9121" + mark + "00", "210300", "鞍山市", "", "");
        var person = register.person(SYSTEM, "王五", "13800000005", mark + "@example.org", null);
        var key = TestKey.sm2();
        String subject = "C=CN,O=" + company.name() + ",CN=王五";
        var now = clock.instant();
        Reply.Issued issued = (Reply.Issued) authority.enrol(
                "enrol-" + UUID.randomUUID(),
                subject,
                key.request(new X500Name(subject)),
                key.algorithm(),
                now.minus(Duration.ofDays(30)),
                now.plus(Duration.ofDays(300)));
        return enter.enter(
                SYSTEM,
                company.id(),
                person.id(),
                KeyKind.PROJECT_LEADER,
                key.algorithm(),
                "K-" + mark,
                issued.signing(),
                issued.encryption());
    }

    private Revocation asked(CertificatePair pair, Actor by) {
        return accepted(revocations.ask(by, pair.id(), Reason.KEY_COMPROMISE, "客户报失"));
    }

    private WorkItem work(Revocation revocation) {
        return worklist.open("approve-revocation", revocation.id().toString()).orElseThrow();
    }

    private static <T> T accepted(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }

    private static List<String> refused(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome)
                .reasons().stream().map(Refusal::code).toList();
    }

    @Test
    void a_second_person_agrees_and_both_certificates_are_revoked_and_the_holder_told() throws Exception {
        var pair = pair();
        var revocation = asked(pair, DESK);
        assertThat(work(revocation).title()).contains("鞍山" + mark);
        assertThat(work(revocation).startedBy()).isEqualTo("kefu");
        assertThat(authority.standing(pair.signing()).state()).isEqualTo(State.GOOD);
        accepted(revocations.decide(SUPERVISOR, work(revocation).id(), true, ""));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> certificates.one(SYSTEM, pair.id()).state() == CertificateState.REVOKED);
        var standing = authority.standing(pair.signing());
        assertThat(standing.state()).isEqualTo(State.REVOKED);
        assertThat(standing.reason()).isEqualTo(Reason.KEY_COMPROMISE);
        assertThat(standing.chain()).hasSize(2);
        assertThat(authority.standing(pair.encryption()).state()).isEqualTo(State.REVOKED);
        assertThat(revocations.one(AUDITOR, revocation.id()).state()).isEqualTo(Revocation.State.REVOKED);
        assertThat(certificates.events(SYSTEM, pair.id()))
                .extracting(LifeEvent::what, LifeEvent::reason)
                .contains(tuple(What.REVOKED, "KEY_COMPROMISE"));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        database.sql("select count(*) from notice where kind = 'certificate-revoked' and once like ?")
                                        .param("certificate-revoked-" + revocation.id() + "%")
                                        .query(Long.class)
                                        .single()
                                == 1);
        assertThat(refused(revocations.ask(DESK, pair.id(), Reason.UNSPECIFIED, "再次")))
                .containsExactly("refusal.certificate-not-in-force");
    }

    @Test
    void whoever_asked_never_approves_not_even_as_a_supervisor() throws Exception {
        var both = staff("both", Role.CUSTOMER_SERVICE, Role.SUPERVISOR);
        var revocation = asked(pair(), both);
        var item = work(revocation).id();
        assertThatThrownBy(() -> revocations.decide(both, item, true, "")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> revocations.decide(DESK, item, true, "")).isInstanceOf(NotAllowed.class);
        assertThat(revocations.one(AUDITOR, revocation.id()).state()).isEqualTo(Revocation.State.ASKED);
    }

    @Test
    void a_declined_revocation_leaves_the_certificate_in_force() throws Exception {
        var pair = pair();
        var revocation = asked(pair, DESK);
        assertThat(refused(revocations.decide(SUPERVISOR, work(revocation).id(), false, " ")))
                .containsExactly("refusal.reason-missing");
        accepted(revocations.decide(SUPERVISOR, work(revocation).id(), false, "客户找回了锁"));
        assertThat(certificates.one(SYSTEM, pair.id()).state()).isEqualTo(CertificateState.IN_FORCE);
        assertThat(authority.standing(pair.signing()).state()).isEqualTo(State.GOOD);
    }

    @Test
    void asking_needs_a_cause_a_reason_and_is_done_once() throws Exception {
        var pair = pair();
        assertThat(refused(revocations.ask(DESK, pair.id(), null, "")))
                .containsExactly("refusal.decision-missing", "refusal.reason-missing");
        asked(pair, DESK);
        assertThat(refused(revocations.ask(DESK, pair.id(), Reason.UNSPECIFIED, "又一次")))
                .containsExactly("refusal.revocation-under-way");
        assertThatThrownBy(() -> revocations.ask(AUDITOR, pair.id(), Reason.UNSPECIFIED, "x"))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_certificate_is_found_by_whatever_is_known_of_it_and_looking_is_on_the_record() throws Exception {
        var pair = pair();
        var colons = pair.serial().toUpperCase().replaceAll("(..)(?=.)", "$1:");
        for (var word : List.of(pair.serial(), colons, pair.keySerial().toLowerCase(), "鞍山" + mark, "9121" + mark)) {
            assertThat(inspect.find(AUDITOR, word, 50))
                    .as(word)
                    .anyMatch(hit -> hit.pair().id().equals(pair.id())
                            && hit.organisation().equals("鞍山" + mark));
        }
        assertThat(inspect.find(DESK, "没有这样的证书" + mark, 50)).isEmpty();
        assertThatThrownBy(() -> inspect.find(staff("caiwu", Role.FINANCE), "", 50))
                .isInstanceOf(NotAllowed.class);
        var decoded = inspect.decode(AUDITOR, pair.id(), Use.ENCRYPTION);
        assertThat(decoded.fields()).anyMatch(field -> field.name().equals("keyUsage"));
        var file = inspect.take(DESK, pair.id(), Use.SIGNING, true);
        assertThat(new String(file.content())).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(timeline.latest(AUDITOR, pair.serial(), null, 50))
                .extracting(entry -> entry.verb())
                .contains("certificate-inspected", "certificate-taken");
    }

    @Test
    void what_a_key_held_is_kept_and_the_old_encryption_key_is_told_from_the_one_in_use() throws Exception {
        var pair = pair();
        contents.seen(
                pair.keySerial(),
                List.of(
                        new KeyContents.Found(Use.SIGNING, false, pair.signing()),
                        new KeyContents.Found(Use.ENCRYPTION, true, pair.encryption()),
                        new KeyContents.Found(Use.ENCRYPTION, false, new byte[] {1, 2})));
        contents.seen(pair.keySerial(), List.of(new KeyContents.Found(Use.ENCRYPTION, true, pair.encryption())));
        assertThat(contents.of(DESK, pair.id()))
                .singleElement()
                .matches(held -> held.old() && held.use() == Use.ENCRYPTION);
    }
}

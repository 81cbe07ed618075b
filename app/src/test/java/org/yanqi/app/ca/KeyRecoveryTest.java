package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.account.RegisterCustomer;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.EnterCertificate;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.certificate.KeyRecoveries;
import org.yanqi.process.certificate.KeyRecovery;
import org.yanqi.process.certificate.LifeOfPair;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/** An encryption key is recovered by two persons, for the holder's present key, on the record. */
@OnPostgres
class KeyRecoveryTest extends WithAuthority {
    private static final Actor SYSTEM = Actor.system("test");
    private static final Actor DESK = staff("kefu-r", Role.CUSTOMER_SERVICE);
    private static final Actor SUPERVISOR = staff("zhuguan-r", Role.SUPERVISOR);
    private static final Actor BOTH = staff("both-r", Role.CUSTOMER_SERVICE, Role.SUPERVISOR);

    @Autowired
    KeyRecoveries recoveries;

    @Autowired
    EnterCertificate enter;

    @Autowired
    LifeOfPair life;

    @Autowired
    RegisterCustomer register;

    @Autowired
    SearchWorkItems items;

    @Test
    void a_recovered_key_opens_with_the_holders_present_key_only() throws Exception {
        CertificatePair lost = pair(old);
        Reply.Issued next = issued(authority.update(renewal(lost.signing(), fresh)));
        UUID successor = life.issued(
                        SYSTEM, UUID.randomUUID(), lost.id(), UUID.randomUUID(), next.signing(), next.encryption())
                .id();
        life.confirmed(SYSTEM, UUID.randomUUID(), successor);

        KeyRecovery asked = accepted(recoveries.ask(DESK, lost.id(), "锁丢失，有旧投标文件"));
        accepted(recoveries.decide(SUPERVISOR, item(asked).id(), true, ""));
        KeyRecovery recovered = awaited(asked, KeyRecovery.State.RECOVERED);
        assertThat(recovered.receiver()).isEqualTo(successor);
        assertThat(recovered.decidedBy()).isEqualTo("zhuguan-r");

        ASN1Sequence envelope = ASN1Sequence.getInstance(recoveries.envelope(DESK, asked.id()));
        assertThat(((DERBitString) envelope.getObjectAt(2)).getBytes()).isEqualTo(point(lost.encryption()));
        assertThat(opened(envelope, fresh)).isTrue();
        assertThat(opened(envelope, old)).isFalse();
        assertThat(verbs(lost))
                .contains("key-recovery-asked", "key-recovery-approved", "key-recovered", "key-recovery-taken");
    }

    @Test
    void whoever_asked_may_not_approve() throws Exception {
        CertificatePair pair = pair(old);
        KeyRecovery asked = accepted(recoveries.ask(BOTH, pair.id(), "锁坏了"));
        WorkItem item = item(asked);
        assertThatThrownBy(() -> recoveries.decide(BOTH, item.id(), true, "")).isInstanceOf(NotAllowed.class);
        assertThat(recoveries.one(DESK, asked.id()).state()).isEqualTo(KeyRecovery.State.ASKED);
        assertThatThrownBy(() -> recoveries.envelope(DESK, asked.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> recoveries.decide(DESK, item.id(), true, "")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_refusal_needs_a_reason_and_recovers_nothing() throws Exception {
        CertificatePair pair = pair(old);
        KeyRecovery asked = accepted(recoveries.ask(DESK, pair.id(), "锁坏了"));
        assertThat(refusal(recoveries.ask(DESK, pair.id(), "再来一次"))).isEqualTo("refusal.recovery-open");
        assertThat(refusal(recoveries.decide(SUPERVISOR, item(asked).id(), false, " ")))
                .isEqualTo("refusal.reason-missing");
        accepted(recoveries.decide(SUPERVISOR, item(asked).id(), false, "身份没有核实"));
        assertThat(recoveries.one(DESK, asked.id()).state()).isEqualTo(KeyRecovery.State.REFUSED);
        assertThatThrownBy(() -> recoveries.envelope(DESK, asked.id())).isInstanceOf(NotFound.class);
        assertThat(accepted(recoveries.ask(DESK, pair.id(), "已经核实")).state()).isEqualTo(KeyRecovery.State.ASKED);
    }

    @Test
    void nothing_is_asked_without_a_reason_a_kept_key_and_a_key_to_hand_it_to() throws Exception {
        CertificatePair pair = pair(old);
        assertThat(refusal(recoveries.ask(DESK, pair.id(), ""))).isEqualTo("refusal.reason-missing");
        assertThat(refusal(recoveries.ask(DESK, pair(TestKey.rsa(2048)).id(), "锁坏了")))
                .isEqualTo("refusal.recovery-nothing-kept");
        life.revoked(SYSTEM, null, pair.id(), "test");
        assertThat(refusal(recoveries.ask(DESK, pair.id(), "锁坏了"))).isEqualTo("refusal.recovery-no-current-key");
        assertThatThrownBy(() -> recoveries.ask(SUPERVISOR, pair.id(), "锁坏了")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_key_that_key_management_never_made_is_not_recovered() throws Exception {
        CertificatePair pair = pair(old);
        database.sql("delete from km_key").update();
        KeyRecovery asked = accepted(recoveries.ask(DESK, pair.id(), "锁坏了"));
        accepted(recoveries.decide(SUPERVISOR, item(asked).id(), true, ""));
        awaited(asked, KeyRecovery.State.NOT_RECOVERED);
        assertThat(verbs(pair)).contains("key-not-recovered");
    }

    @Test
    void kept_keys_are_sealed_and_bound_to_their_public_key() throws Exception {
        Reply.Issued first = enrolment(old);
        Reply.Issued second = enrolment(fresh);
        SubjectPublicKeyInfo one = key(first.encryption());
        SubjectPublicKeyInfo receiver = key(first.signing());
        assertThat(keys.recover(one, receiver)).isPresent();
        assertThat(keys.recover(receiver, receiver)).isEmpty();
        swapSeals(first.encryption(), second.encryption());
        assertThatThrownBy(() -> keys.recover(one, receiver)).isInstanceOf(IllegalStateException.class);
    }

    private void swapSeals(byte[] one, byte[] other) throws Exception {
        database.sql("update km_key a set sealed = (select sealed from km_key b where b.id = ?) where a.id = ?")
                .params(id(other), id(one))
                .update();
    }

    private static String id(byte[] certificate) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(point(certificate)));
    }

    private CertificatePair pair(TestKey key) throws Exception {
        Reply.Issued issued = enrolment(key);
        String tax = "91210100" + UUID.randomUUID().toString().substring(0, 10).toUpperCase();
        var company = register.organisation(SYSTEM, "沈阳测试有限公司" + tax, tax, "210100", "沈阳市", "青年大街1号", "024-00000000");
        var person = register.person(SYSTEM, "张三", "13800000001", "a@example.org", null);
        return enter.enter(
                SYSTEM,
                company.id(),
                person.id(),
                KeyKind.MAIN,
                key.algorithm(),
                "K" + UUID.randomUUID().toString().substring(0, 8),
                issued.signing(),
                issued.encryption());
    }

    private WorkItem item(KeyRecovery recovery) {
        return items.open("approve-key-recovery", recovery.id().toString()).orElseThrow();
    }

    private KeyRecovery awaited(KeyRecovery recovery, KeyRecovery.State state) {
        await().untilAsserted(() ->
                assertThat(recoveries.one(DESK, recovery.id()).state()).isEqualTo(state));
        return recoveries.one(DESK, recovery.id());
    }

    private List<String> verbs(CertificatePair pair) {
        return database.sql("select verb from record_entry where subject = ?")
                .param("certificate " + pair.serial())
                .query(String.class)
                .list();
    }

    /** Whether this key opens the SM4 key, and that one the secret of the point in the envelope. */
    private static boolean opened(ASN1Sequence envelope, TestKey key) throws Exception {
        return TestEnvelope.open(envelope.getEncoded(), key)
                .filter(secret ->
                        Arrays.equals(TestEnvelope.point(secret), ((DERBitString) envelope.getObjectAt(2)).getBytes()))
                .isPresent();
    }

    private static SubjectPublicKeyInfo key(byte[] certificate) throws Exception {
        return new X509CertificateHolder(certificate).getSubjectPublicKeyInfo();
    }

    private static byte[] point(byte[] certificate) throws Exception {
        return key(certificate).getPublicKeyData().getBytes();
    }

    private static KeyRecovery accepted(Outcome<KeyRecovery> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<KeyRecovery>) outcome).value();
    }

    private static String refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        Refusal first = ((Outcome.Refused<?>) outcome).reasons().get(0);
        return first.code();
    }

    private static Actor staff(String account, Role... roles) {
        return new Actor(account, account, roles[0], Set.of(roles), null, null, "127.0.0.1");
    }
}

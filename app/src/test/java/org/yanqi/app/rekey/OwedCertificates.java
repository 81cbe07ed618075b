package org.yanqi.app.rekey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yanqi.app.ca.TestKey;
import org.yanqi.process.account.Organisation;
import org.yanqi.process.account.Person;
import org.yanqi.process.account.RegisterCustomer;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.EnterCertificate;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.signal.Signals;

/** A company with a paid order of two certificates, the main key's update waiting for its holder. */
@TestComponent
class OwedCertificates {
    private static final Actor SYSTEM = Actor.system("test");

    @Autowired
    RegisterCustomer register;

    @Autowired
    CertificateAuthority authority;

    @Autowired
    EnterCertificate enter;

    @Autowired
    Orders orders;

    @Autowired
    Signals signals;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    /** What a test knows of it. */
    record Owed(
            UUID caseId,
            UUID item,
            UUID otherItem,
            CertificatePair pair,
            TestKey key,
            Actor administrator,
            Actor leader) {
        X500Name subject() {
            return new X500Name(pair.subject());
        }
    }

    Owed company() {
        return company(TestKey.sm2());
    }

    /** With this key as the main key. */
    Owed company(TestKey key) {
        String tax = "91210100" + UUID.randomUUID().toString().substring(0, 10).toUpperCase();
        Organisation company =
                register.organisation(SYSTEM, "沈阳测试有限公司" + tax, tax, "210100", "沈阳市", "青年大街1号", "024-00000000");
        Person administrator = register.person(SYSTEM, "张三", "13800000001", "a@example.org", null);
        Person leader = register.person(SYSTEM, "李四", "13800000002", "b@example.org", null);
        CertificatePair main = certificate(company, administrator, KeyKind.MAIN, key);
        CertificatePair lead = certificate(company, leader, KeyKind.PROJECT_LEADER, TestKey.sm2());
        UUID caseId = UUID.randomUUID();
        database.sql("insert into renewal (id, version, organisation, state, draft, invoice_chosen, started, touched,"
                        + " started_by, words) values (?, 0, ?, 'PAID', '{}', false, ?, ?, 'test', '')")
                .params(caseId, company.id(), now(), now())
                .update();
        Order order = transactions.execute(status -> {
            Order placed = orders.place(
                    SYSTEM,
                    caseId,
                    company.id(),
                    List.of(
                            new Orders.NewItem(main.id(), List.of(), List.of("LN-JSGC"), 20_000),
                            new Orders.NewItem(lead.id(), List.of(), List.of("LN-JSGC"), 20_000)),
                    clock.instant().plusSeconds(7200));
            Order paid = orders.paid(SYSTEM, placed.id(), clock.instant());
            signals.start(
                    Processes.REKEY,
                    paid.items().get(0).id().toString(),
                    Map.of("caseId", caseId.toString(), "supersedeGrace", "PT0S"));
            return paid;
        });
        return new Owed(
                caseId,
                order.items().get(0).id(),
                order.items().get(1).id(),
                main,
                key,
                customer("admin", Role.ORGANISATION_ADMINISTRATOR, company, administrator),
                customer("lead", Role.HOLDER, company, leader));
    }

    private CertificatePair certificate(Organisation company, Person holder, KeyKind kind, TestKey key) {
        String subject =
                "C=CN,ST=辽宁省,L=沈阳市,O=" + company.name() + ",OU=" + company.taxNumber() + ",CN=" + holder.name();
        Instant now = clock.instant();
        try {
            Reply.Issued issued = (Reply.Issued) authority.enrol(
                    "enrol-" + UUID.randomUUID(),
                    subject,
                    key.request(new X500Name(subject)),
                    key.algorithm(),
                    now.minus(Duration.ofDays(330)),
                    now.plus(Duration.ofDays(35)));
            return enter.enter(
                    SYSTEM,
                    company.id(),
                    holder.id(),
                    kind,
                    key.algorithm(),
                    "K" + UUID.randomUUID().toString().substring(0, 8),
                    issued.signing(),
                    issued.encryption());
        } catch (CertificateAuthority.NoAnswer e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Actor customer(String account, Role role, Organisation company, Person person) {
        return new Actor(account, person.name(), role, Set.of(role), company.id(), person.id(), "127.0.0.1");
    }
}

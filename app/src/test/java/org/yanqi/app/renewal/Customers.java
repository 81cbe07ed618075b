package org.yanqi.app.renewal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yanqi.process.account.Organisation;
import org.yanqi.process.account.Person;
import org.yanqi.process.account.RegisterCustomer;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.EnterCertificate;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** Makes companies with people and certificates, each test its own. */
public class Customers {
    private static final Actor SYSTEM = Actor.system("test");

    private final RegisterCustomer register;
    private final EnterCertificate enter;
    private final Entitlements entitlements;
    private final Clock clock;

    public Customers(RegisterCustomer register, EnterCertificate enter, Entitlements entitlements, Clock clock) {
        this.register = register;
        this.enter = enter;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    /** A company of Shenyang with an administrator and a project leader, and a certificate of each. */
    public record Company(
            Organisation organisation, Actor administrator, Actor leader, CertificatePair main, CertificatePair lead) {}

    public Company company() {
        return company(30);
    }

    /** @param days from today to the certificates' last day */
    public Company company(int days) {
        var mark = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var organisation = register.organisation(
                SYSTEM, "\u6c88\u9633" + mark, "91" + mark, "210100", "\u6c88\u9633\u5e02", "", "");
        var chief = person(mark + "a", organisation, Role.ORGANISATION_ADMINISTRATOR);
        var leader = person(mark + "l", organisation, Role.HOLDER);
        var administrator = customer(Role.ORGANISATION_ADMINISTRATOR, organisation, chief, mark + "a");
        var holder = customer(Role.HOLDER, organisation, leader, mark + "l");
        var main = certificate(organisation, chief, KeyKind.MAIN, days);
        var lead = certificate(organisation, leader, KeyKind.PROJECT_LEADER, days);
        bind(main, "LN-JSGC", "LN-ZBJG");
        bind(lead, "LN-JSGC");
        return new Company(organisation, administrator, holder, main, lead);
    }

    private Person person(String login, Organisation organisation, Role role) {
        var person = register.person(SYSTEM, "\u5f20" + login, "13800000000", login + "@example.org", null);
        register.identity(SYSTEM, login, "correct horse " + login, person.id(), organisation.id(), role);
        return person;
    }

    private static Actor customer(Role role, Organisation organisation, Person person, String login) {
        return new Actor(login, person.name(), role, Set.of(role), organisation.id(), person.id(), "127.0.0.1");
    }

    public static Actor staff(Role role) {
        var account = role.name().toLowerCase(Locale.ROOT);
        return new Actor(account, account, role, Set.of(role), null, null, "127.0.0.1");
    }

    private void bind(CertificatePair pair, String... platforms) {
        for (var platform : platforms) {
            entitlements.bind(SYSTEM, pair.id(), platform, pair.lastDay().minusYears(1), pair.lastDay());
        }
    }

    private CertificatePair certificate(Organisation organisation, Person holder, KeyKind kind, int days) {
        var last = LocalDate.ofInstant(clock.instant(), Shanghai.ZONE).plusDays(days);
        var der = der("CN=" + holder.name() + ",O=" + organisation.name(), last);
        var key = "K" + UUID.randomUUID().toString().substring(0, 8);
        return enter.enter(SYSTEM, organisation.id(), holder.id(), kind, Algorithm.RSA_2048, key, der, null);
    }

    static byte[] der(String subject, LocalDate last) {
        try {
            var keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
            var until = last.atTime(23, 59, 59).atZone(Shanghai.ZONE).toInstant();
            var name = new X500Name(subject);
            var serial = new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
            return new JcaX509v3CertificateBuilder(
                            new X500Name("CN=Test CA"),
                            serial,
                            Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                            Date.from(until),
                            name,
                            keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

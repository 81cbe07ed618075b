package org.yanqi.process.certificate;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.account.Person;
import org.yanqi.process.certificate.model.RevocationRow;
import org.yanqi.process.certificate.model.RevocationRows;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.notice.SendNotice;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Actor;

/** What the revocation model's service tasks ask of the domain. */
@Service
public class RevocationSteps {
    private static final Actor SYSTEM = Actor.system("certificate-revocation");
    private static final Map<Reason, String> IN_WORDS = Map.of(
            Reason.KEY_COMPROMISE, "密钥泄露或 Key 遗失",
            Reason.CESSATION_OF_OPERATION, "不再使用",
            Reason.UNSPECIFIED, "其他",
            Reason.SUPERSEDED, "已由新证书替换");

    private final RevocationRows revocations;
    private final Certificates certificates;
    private final LifeOfPair life;
    private final Organisations organisations;
    private final SendNotice notice;
    private final Clock clock;

    RevocationSteps(
            RevocationRows revocations,
            Certificates certificates,
            LifeOfPair life,
            Organisations organisations,
            SendNotice notice,
            Clock clock) {
        this.revocations = revocations;
        this.certificates = certificates;
        this.life = life;
        this.organisations = organisations;
        this.notice = notice;
        this.clock = clock;
    }

    /** What is to be revoked, and what the revocation list will say. */
    public record Order(CertificatePair pair, Reason cause) {}

    /** @throws IllegalStateException if no second person agreed */
    @Transactional(readOnly = true)
    public Order order(UUID revocation) {
        Revocation one = row(revocation).view();
        if (one.state() != Revocation.State.APPROVED && one.state() != Revocation.State.REVOKED) {
            throw new IllegalStateException("revocation " + revocation + " is " + one.state());
        }
        return new Order(certificates.one(SYSTEM, one.certificate()), one.cause());
    }

    /** The authority has revoked it. A pair that was superseded meanwhile stays superseded: it is out of force either way. */
    @Transactional
    public void revoked(UUID revocation) {
        RevocationRow row = row(revocation);
        Revocation one = row.view();
        row.revoked(clock.instant());
        if (certificates.one(SYSTEM, one.certificate()).state() != CertificateState.SUPERSEDED) {
            life.revoked(SYSTEM, null, one.certificate(), one.cause().name());
        }
    }

    /** Tells the holder and the organisation's administrators, each once. */
    @Transactional
    public void announce(UUID revocation) {
        Revocation one = row(revocation).view();
        CertificatePair pair = certificates.one(SYSTEM, one.certificate());
        Map<UUID, Person> people = new LinkedHashMap<>();
        people.put(pair.holder(), organisations.person(pair.holder()));
        organisations.administrators(pair.organisation()).forEach(person -> people.put(person.id(), person));
        people.values()
                .forEach(person -> notice.send(
                        "certificate-revoked",
                        person.email(),
                        Locale.SIMPLIFIED_CHINESE,
                        Map.of(
                                "name", person.name(),
                                "holder", pair.holderName(),
                                "organisation",
                                        organisations.one(pair.organisation()).name(),
                                "keySerial", pair.keySerial(),
                                "serial", pair.serial(),
                                "reason", IN_WORDS.getOrDefault(one.cause(), "其他")),
                        List.of(),
                        null,
                        "certificate-revoked-%s-%s".formatted(one.id(), person.id())));
    }

    private RevocationRow row(UUID id) {
        return revocations.findById(id).orElseThrow(() -> new NotFound("revocation"));
    }
}

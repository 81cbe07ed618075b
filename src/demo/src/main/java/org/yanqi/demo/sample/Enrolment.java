package org.yanqi.demo.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.Organisation;
import org.yanqi.process.account.Person;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.EnterCertificate;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.record.Actor;

/** Gives sample keys their first certificates, from the house's own authority, and binds their platforms. */
@Component
public class Enrolment {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final CertificateAuthority authority;
    private final EnterCertificate certificates;
    private final Entitlements entitlements;

    Enrolment(CertificateAuthority authority, EnterCertificate certificates, Entitlements entitlements) {
        this.authority = authority;
        this.certificates = certificates;
        this.entitlements = entitlements;
    }

    /** A first certificate: what the key holds afterwards, and the pair as the product knows it. */
    record Enrolled(CertificatePair pair, Reply.Issued issued) {}

    static String subject(Organisation organisation, Person holder) {
        return "C=CN,ST=辽宁省,L=%s,O=%s,OU=%s,CN=%s"
                .formatted(organisation.city(), organisation.name(), organisation.taxNumber(), holder.name());
    }

    /**
     * Enrols a key for one year up to its last day.
     *
     * @param request PKCS#10 DER, signed by the key
     */
    Enrolled enrol(
            Actor actor,
            Organisation organisation,
            Person holder,
            KeyKind kind,
            Algorithm algorithm,
            String keySerial,
            byte[] request,
            LocalDate lastDay,
            List<String> platforms)
            throws CertificateAuthority.NoAnswer {
        var firstDay = lastDay.minusYears(1).plusDays(1);
        var reply = authority.enrol(
                "enrol-" + keySerial,
                subject(organisation, holder),
                request,
                algorithm,
                firstDay.atStartOfDay(SHANGHAI).toInstant(),
                lastDay.atTime(LocalTime.of(23, 59, 59)).atZone(SHANGHAI).toInstant());
        if (!(reply instanceof Reply.Issued issued)) {
            throw new IllegalStateException("the authority did not enrol " + keySerial + ": " + reply);
        }
        var pair = certificates.enter(
                actor,
                organisation.id(),
                holder.id(),
                kind,
                algorithm,
                keySerial,
                issued.signing(),
                issued.encryption());
        platforms.forEach(platform -> bind(actor, pair.id(), platform, firstDay, lastDay));
        return new Enrolled(pair, issued);
    }

    private void bind(Actor actor, UUID pair, String platform, LocalDate from, LocalDate until) {
        entitlements.bind(actor, pair, platform, from, until);
    }
}

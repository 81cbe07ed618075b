package org.yanqi.e2e.fault;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.software.SoftwareKeySpec;
import org.yanqi.agent.software.SoftwareKeys;
import org.yanqi.process.account.Organisation;
import org.yanqi.process.account.Person;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.EnterCertificate;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;
import org.yanqi.process.record.Actor;

/** Software keys with a first certificate of the house's own authority, a month before its end. */
@Component
class PaidKeys {
    private final CertificateAuthority authority;
    private final EnterCertificate certificates;
    private final Clock clock;
    private final Path keys;

    PaidKeys(
            CertificateAuthority authority,
            EnterCertificate certificates,
            Clock clock,
            @Value("${yanqi.demo.keys}") Path keys) {
        this.authority = authority;
        this.certificates = certificates;
        this.clock = clock;
        this.keys = keys;
    }

    CertificatePair make(Actor actor, Organisation company, Person holder, KeyKind kind, String serial)
            throws Exception {
        String subject = "C=CN,ST=辽宁省,L=%s,O=%s,OU=%s,CN=%s"
                .formatted(company.city(), company.name(), company.taxNumber(), holder.name());
        SoftwareKeySpec spec =
                SoftwareKeySpec.of(serial, SoftwareKeySpec.FACTORY_PIN).withIterations(1000);
        byte[] request = SoftwareKeys.create(keys, spec, KeyAlgorithm.SM2, new X500Name(subject));
        Instant now = clock.instant();
        Reply reply = authority.enrol(
                "enrol-" + serial,
                subject,
                request,
                Algorithm.SM2,
                now.minus(Duration.ofDays(335)),
                now.plus(Duration.ofDays(30)));
        if (!(reply instanceof Reply.Issued issued)) {
            throw new IllegalStateException("not enrolled: " + reply);
        }
        SoftwareKeys.certify(
                keys,
                serial,
                SoftwareKeySpec.FACTORY_PIN.toCharArray(),
                new X509CertificateHolder(issued.signing()),
                holder(issued.encryption()),
                issued.envelope());
        return certificates.enter(
                actor, company.id(), holder.id(), kind, Algorithm.SM2, serial, issued.signing(), issued.encryption());
    }

    private static @Nullable X509CertificateHolder holder(byte @Nullable [] certificate) throws java.io.IOException {
        return certificate == null ? null : new X509CertificateHolder(certificate);
    }
}

package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes revocation lists (RFC 5280 §5): a new one when something was revoked, or when half of the last one's time has passed. */
@Component
class PublishCrl {
    private final JdbcClient jdbc;
    private final Revocations revocations;
    private final CaProperties properties;
    private final Clock clock;

    PublishCrl(JdbcClient jdbc, Revocations revocations, CaProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.revocations = revocations;
        this.properties = properties;
        this.clock = clock;
    }

    private record Published(long number, Instant thisUpdate, byte[] der) {}

    /** @return DER of the list in force now */
    @Transactional
    public byte[] current(Hierarchy hierarchy) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Published> last = last(hierarchy);
        if (last.isPresent() && isFresh(hierarchy, last.get(), now)) {
            return last.get().der();
        }
        // one at a time over all nodes: numbers must not repeat
        jdbc.sql("select algorithm from ca_authority where algorithm = ? for update")
                .param(hierarchy.algorithm().name())
                .query(String.class)
                .single();
        Optional<Published> meanwhile = last(hierarchy);
        if (meanwhile.isPresent() && isFresh(hierarchy, meanwhile.get(), now)) {
            return meanwhile.get().der();
        }
        long number = meanwhile.map(Published::number).orElse(0L) + 1;
        byte[] der = sign(hierarchy, number, now);
        jdbc.sql("insert into ca_crl (algorithm, number, this_update, next_update, der) values (?, ?, ?, ?, ?)")
                .params(
                        hierarchy.algorithm().name(),
                        number,
                        Issuances.at(now),
                        Issuances.at(now.plus(properties.crlValidity())),
                        der)
                .update();
        return der;
    }

    private Optional<Published> last(Hierarchy hierarchy) {
        return jdbc.sql(
                        "select number, this_update, der from ca_crl where algorithm = ? order by number desc fetch first 1 rows only")
                .param(hierarchy.algorithm().name())
                .query((row, n) -> new Published(
                        row.getLong("number"),
                        row.getObject("this_update", OffsetDateTime.class).toInstant(),
                        row.getBytes("der")))
                .optional();
    }

    private boolean isFresh(Hierarchy hierarchy, Published published, Instant now) {
        return now.isBefore(published.thisUpdate().plus(properties.crlValidity().dividedBy(2)))
                && !revocations.anySince(hierarchy.algorithm().name(), published.thisUpdate());
    }

    private byte[] sign(Hierarchy hierarchy, long number, Instant now) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(hierarchy.issuing().getSubject(), Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(properties.crlValidity())));
        for (Revocations.Revocation one :
                revocations.inForce(hierarchy.algorithm().name(), now)) {
            builder.addCRLEntry(new BigInteger(one.serial(), 16), Date.from(one.revoked()), one.reason());
        }
        try {
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new BcX509ExtensionUtils().createAuthorityKeyIdentifier(hierarchy.issuing()));
            return builder.build(new JcaContentSignerBuilder(Signing.nameOf(hierarchy.algorithm()))
                            .setProvider(Signing.PROVIDER)
                            .build(hierarchy.key()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("cannot sign a revocation list", e);
        }
    }
}

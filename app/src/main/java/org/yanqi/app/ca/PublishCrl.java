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
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes revocation lists (RFC 5280 §5), one a shard: a new one when something of the shard was revoked, or when half of
 * the last one's time has passed. Each says which shard it is (§5.2.5); all lists of a hierarchy share one row of numbers,
 * so within a shard they only grow.
 */
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

    /** @return DER of the shard's list in force now */
    @Transactional
    public byte[] current(Hierarchy hierarchy, Shard shard) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Published> last = last(hierarchy, shard);
        if (last.isPresent() && isFresh(hierarchy, shard, last.get(), now)) {
            return last.get().der();
        }
        // one at a time over all nodes: numbers must not repeat
        jdbc.sql("select algorithm from ca_authority where algorithm = ? for update")
                .param(hierarchy.algorithm().name())
                .query(String.class)
                .single();
        Optional<Published> meanwhile = last(hierarchy, shard);
        if (meanwhile.isPresent() && isFresh(hierarchy, shard, meanwhile.get(), now)) {
            return meanwhile.get().der();
        }
        long number = lastNumber(hierarchy) + 1;
        byte[] der = sign(hierarchy, shard, number, now);
        jdbc.sql("insert into ca_crl (algorithm, shard, number, this_update, next_update, der)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        hierarchy.algorithm().name(),
                        shard.number(),
                        number,
                        Issuances.at(now),
                        Issuances.at(now.plus(properties.crlValidity())),
                        der)
                .update();
        return der;
    }

    private Optional<Published> last(Hierarchy hierarchy, Shard shard) {
        return jdbc.sql("select number, this_update, der from ca_crl where algorithm = ? and shard = ?"
                        + " order by number desc fetch first 1 rows only")
                .params(hierarchy.algorithm().name(), shard.number())
                .query((row, n) -> new Published(
                        row.getLong("number"),
                        row.getObject("this_update", OffsetDateTime.class).toInstant(),
                        row.getBytes("der")))
                .optional();
    }

    private long lastNumber(Hierarchy hierarchy) {
        return jdbc.sql("select coalesce(max(number), 0) from ca_crl where algorithm = ?")
                .param(hierarchy.algorithm().name())
                .query(Long.class)
                .single();
    }

    private boolean isFresh(Hierarchy hierarchy, Shard shard, Published published, Instant now) {
        return now.isBefore(published.thisUpdate().plus(properties.crlValidity().dividedBy(2)))
                && !revocations.anySince(hierarchy.algorithm().name(), shard.number(), published.thisUpdate());
    }

    private byte[] sign(Hierarchy hierarchy, Shard shard, long number, Instant now) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(hierarchy.issuing().getSubject(), Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(properties.crlValidity())));
        for (Revocations.Revocation one :
                revocations.inForce(hierarchy.algorithm().name(), shard.number(), now)) {
            builder.addCRLEntry(new BigInteger(one.serial(), 16), Date.from(one.revoked()), one.reason());
        }
        try {
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            builder.addExtension(Extension.authorityKeyIdentifier, false, hierarchy.identifier());
            builder.addExtension(Extension.issuingDistributionPoint, true, scope(shard));
            return builder.build(hierarchy.signer()).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("cannot sign a revocation list", e);
        }
    }

    private static IssuingDistributionPoint scope(Shard shard) {
        GeneralName address = new GeneralName(GeneralName.uniformResourceIdentifier, shard.address());
        return new IssuingDistributionPoint(
                new DistributionPointName(new GeneralNames(address)), true, false, null, false, false);
    }
}

package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.certificate.port.CertificateAuthority.RevocationList;
import org.yanqi.process.certificate.port.CertificateAuthority.Standing;
import org.yanqi.process.certificate.port.CertificateAuthority.State;

/** In what state a certificate is by the authority's own books, and the list that tells it to the world. */
@Component
class Standings implements AskStanding {
    private final Hierarchies hierarchies;
    private final Issuances issuances;
    private final Revocations revocations;
    private final JdbcClient jdbc;
    private final Clock clock;

    Standings(Hierarchies hierarchies, Issuances issuances, Revocations revocations, JdbcClient jdbc, Clock clock) {
        this.hierarchies = hierarchies;
        this.issuances = issuances;
        this.revocations = revocations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Unknown for what this authority never signed, whoever it names as its issuer. */
    @Override
    public Standing of(X509CertificateHolder certificate, byte[] der) throws IOException {
        Instant now = clock.instant();
        String serial = Issuances.hex(certificate.getSerialNumber());
        Optional<Hierarchy> hierarchy = hierarchies
                .issuerOf(certificate)
                .filter(found -> issuances
                        .certificate(serial)
                        .filter(signed -> Arrays.equals(signed, der))
                        .isPresent());
        if (hierarchy.isEmpty()) {
            return new Standing(State.UNKNOWN, now, null, null, null, List.of());
        }
        Optional<Revocations.Revocation> revoked = revocations.of(serial);
        return new Standing(
                revoked.isPresent() ? State.REVOKED : State.GOOD,
                now,
                revoked.map(Revocations.Revocation::revoked).orElse(null),
                revoked.map(one -> Reason.of(one.reason())).orElse(null),
                list(hierarchy.get(), serial),
                List.of(
                        hierarchy.get().issuing().getEncoded(),
                        hierarchy.get().root().getEncoded()));
    }

    /** Of the shard that the certificate names. */
    private @Nullable RevocationList list(Hierarchy hierarchy, String serial) {
        return jdbc.sql("""
                        select c.number, c.this_update, c.next_update
                        from ca_crl c join ca_issuance i on i.algorithm = c.algorithm and i.shard = c.shard
                        where c.algorithm = ? and i.serial = ?
                        order by c.number desc fetch first 1 rows only""")
                .params(hierarchy.algorithm().name(), serial)
                .query((row, n) -> new RevocationList(
                        BigInteger.valueOf(row.getLong("number")), at(row, "this_update"), at(row, "next_update")))
                .optional()
                .orElse(null);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

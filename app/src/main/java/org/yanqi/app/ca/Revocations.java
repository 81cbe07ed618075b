package org.yanqi.app.ca;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the authority revoked; nothing is ever unrevoked. */
@Repository
class Revocations {
    private final JdbcClient jdbc;

    Revocations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reason CRLReason of RFC 5280 §5.3.1 */
    record Revocation(String serial, int reason, Instant revoked) {}

    /** @return false if it was revoked before */
    boolean add(String serial, int reason, Instant now) {
        return jdbc.sql("insert into ca_revocation (serial, reason, revoked) values (?, ?, ?) on conflict do nothing")
                        .params(serial, reason, Issuances.at(now))
                        .update()
                == 1;
    }

    Optional<Revocation> of(String serial) {
        return jdbc.sql("select serial, reason, revoked from ca_revocation where serial = ?")
                .param(serial)
                .query((row, n) -> read(row))
                .optional();
    }

    /** All of a shard that have not expired, oldest first. */
    List<Revocation> inForce(String algorithm, int shard, Instant now) {
        return jdbc.sql("""
            select r.serial, r.reason, r.revoked
            from ca_revocation r join ca_issuance i on i.serial = r.serial
            where i.algorithm = ? and i.shard = ? and i.not_after > ?
            order by r.revoked, r.serial\
            """)
                .params(algorithm, shard, Issuances.at(now))
                .query((row, n) -> read(row))
                .list();
    }

    boolean anySince(String algorithm, int shard, Instant since) {
        return jdbc.sql("""
            select count(*) from ca_revocation r join ca_issuance i on i.serial = r.serial
            where i.algorithm = ? and i.shard = ? and r.revoked >= ?\
            """)
                        .params(algorithm, shard, Issuances.at(since))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Revocation read(ResultSet row) throws SQLException {
        return new Revocation(
                row.getString("serial"),
                row.getInt("reason"),
                row.getObject("revoked", OffsetDateTime.class).toInstant());
    }
}

package org.yanqi.process.renewal.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which open case holds which certificate: one certificate is in only one open renewal, whoever is faster. */
@Component
public class Claims {
    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case that holds a certificate. */
    public Optional<UUID> holderOf(UUID certificate) {
        return jdbc.sql("select renewal from renewal_claim where certificate = ?")
                .param(certificate)
                .query(UUID.class)
                .optional();
    }

    /**
     * Takes the certificates for a case, all or none.
     *
     * @return those that another case holds; none were taken then
     */
    public List<UUID> take(UUID renewal, Collection<UUID> certificates) {
        var taken = new ArrayList<UUID>();
        var held = new ArrayList<UUID>();
        // one order for everybody, or two cases wait for each other
        for (var certificate : new TreeSet<>(certificates)) {
            var inserted = jdbc.sql(
                            "insert into renewal_claim (certificate, renewal) values (?, ?) on conflict do nothing")
                    .params(certificate, renewal)
                    .update();
            if (inserted == 1) {
                taken.add(certificate);
            } else if (!holderOf(certificate).equals(Optional.of(renewal))) {
                held.add(certificate);
            }
        }
        if (!held.isEmpty()) {
            taken.forEach(certificate -> release(renewal, certificate));
        }
        return held;
    }

    public void release(UUID renewal, UUID certificate) {
        jdbc.sql("delete from renewal_claim where renewal = ? and certificate = ?")
                .params(renewal, certificate)
                .update();
    }

    /** Releases everything but these. */
    public void releaseAllBut(UUID renewal, Collection<UUID> kept) {
        jdbc
                .sql("select certificate from renewal_claim where renewal = ?")
                .param(renewal)
                .query(UUID.class)
                .list()
                .stream()
                .filter(certificate -> !kept.contains(certificate))
                .forEach(certificate -> release(renewal, certificate));
    }
}

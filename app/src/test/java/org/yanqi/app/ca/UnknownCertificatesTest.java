package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yanqi.app.OnPostgres;

/** The invariant over signed serials can fail: it finds a planted row, and leaves alone what is revoked or fresh. */
@OnPostgres
class UnknownCertificatesTest {
    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Hierarchies hierarchies;

    @Test
    void finds_a_serial_that_the_product_does_not_know() throws Exception {
        assertThat(hierarchies.all()).hasSize(2);
        String query = new ClassPathResource("invariants/certificates-signed-but-unknown.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        List<Object> found = transactions.execute(status -> {
            plant("planted-old", "1 hour");
            plant("planted-fresh", "1 second");
            plant("planted-revoked", "1 hour");
            database.sql("insert into ca_revocation values ('planted-revoked', 4, current_timestamp)")
                    .update();
            status.setRollbackOnly();
            return database.sql(query)
                    .query((row, n) -> (Object) row.getString("serial"))
                    .list();
        });
        assertThat(found).contains("planted-old").doesNotContain("planted-fresh", "planted-revoked");
    }

    private void plant(String serial, String age) {
        database.sql(
                        "insert into ca_issuance values (?, 'SM2', 'sm2-signing', ?, 'SPECIMEN', 'CN=x', current_timestamp,"
                                + " current_timestamp, '\\x00', null, current_timestamp - cast(? as interval), null)")
                .params(serial, serial, age)
                .update();
    }
}

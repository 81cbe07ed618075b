package org.yanqi.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.app.OnPostgres;

/** Errors of the database say which rule was broken, and nothing about the people whose data broke it. */
@OnPostgres
class PostgresConnectionsTest {
    private static final String MOBILE = "13940012345";

    @Test
    void an_error_of_a_batch_names_the_rule_and_tells_no_values(@Autowired DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var tables = connection.createStatement()) {
            tables.execute("create temporary table called (mobile varchar(20) constraint called_once primary key)");
            try (var inserts = connection.prepareStatement("insert into called (mobile) values (?)")) {
                for (var times = 0; times < 2; times++) {
                    inserts.setString(1, MOBILE);
                    inserts.addBatch();
                }
                assertThatThrownBy(inserts::executeBatch)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                broken -> assertThat(told(broken))
                                        .contains("called_once")
                                        .doesNotContain(MOBILE));
            }
            tables.execute("drop table called");
        }
    }

    private static String told(SQLException broken) {
        var told = new StringBuilder();
        for (var next = broken; next != null; next = next.getNextException()) {
            told.append(next.getMessage()).append('\n');
        }
        return told.toString();
    }
}

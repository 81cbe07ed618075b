package org.yanqi.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.app.OnPostgres;
import org.yanqi.app.web.Invariants.Broken;

/** Each promise is kept after the tests, and its query is able to find a break: {@code planted/<name>.sql} makes one. */
@OnPostgres
class InvariantsTest {
    @Autowired
    Invariants invariants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource dataSource;

    @TestFactory
    Stream<DynamicTest> every_promise_can_be_seen_to_break() {
        return invariants.names().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(brokenBy(name)).contains(name)));
    }

    @Test
    void every_query_can_be_asked() {
        assertThat(invariants.check().broken())
                .allSatisfy(broken -> assertThat(broken.rows()).noneMatch(row -> row.startsWith("cannot be asked")));
    }

    private Iterable<String> brokenBy(String name) {
        ClassPathResource planted = new ClassPathResource("planted/" + name + ".sql");
        assertThat(planted.exists())
                .as("planted/%s.sql must plant a row that invariants/%s.sql finds", name, name)
                .isTrue();
        return transaction.execute(status -> {
            status.setRollbackOnly();
            ScriptUtils.executeSqlScript(DataSourceUtils.getConnection(dataSource), planted);
            return invariants.check().broken().stream().map(Broken::name).toList();
        });
    }
}

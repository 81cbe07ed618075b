package org.yanqi.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Each promise is kept after the tests, and its query is able to find a break: {@code planted/<name>.sql} makes one,
 * or a test of the room that owns it. */
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
                .filter(name -> planted(name).exists())
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(brokenBy(name)).contains(name)));
    }

    @Test
    void every_query_can_be_asked() {
        assertThat(invariants.check().broken())
                .allSatisfy(broken -> assertThat(broken.rows()).noneMatch(row -> row.startsWith("cannot be asked")));
    }

    /** A room may plant its rows in a test of its own that names the promise. */
    @Test
    void every_promise_is_proven_somewhere() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tests.append(Files.readString(file));
            }
        }
        assertThat(invariants.names().stream().filter(name -> !planted(name).exists() && tests.indexOf('"' + name) < 0))
                .as("promises that no test has seen to break")
                .isEmpty();
    }

    private static ClassPathResource planted(String name) {
        return new ClassPathResource("planted/" + name + ".sql");
    }

    private Iterable<String> brokenBy(String name) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            ScriptUtils.executeSqlScript(DataSourceUtils.getConnection(dataSource), planted(name));
            return invariants.check().broken().stream().map(Broken::name).toList();
        });
    }
}

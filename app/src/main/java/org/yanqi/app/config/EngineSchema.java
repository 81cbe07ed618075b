package org.yanqi.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's tables with the scripts in the engine's own jar, so that the schema always fits the jar and the
 * engine itself never changes a table. Cases (CMMN) and the engine's own users are left out: nothing uses them.
 */
@Component
class EngineSchema implements JavaMigration {
    private static final List<String> PARTS = List.of("engine", "history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        String database = databaseOf(connection);
        for (String part : PARTS) {
            String script =
                    read("org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(database, part));
            if (database.equals("h2")) {
                // H2 forbids the name "blob" in its PostgreSQL mode; the type itself is the same
                script = script.replaceAll("(?i)\\bblob\\b", "longvarbinary");
            }
            ScriptUtils.executeSqlScript(
                    connection,
                    new EncodedResource(
                            new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        }
    }

    private static String databaseOf(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> "h2";
            case "PostgreSQL" -> "postgres";
            default ->
                throw new IllegalStateException(
                        "Yanqi runs on H2 or PostgreSQL, but spring.datasource.url leads to " + product);
        };
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = ProcessEngine.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the engine's jar has no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("001");
    }

    @Override
    public String getDescription() {
        return "engine";
    }

    /** Changes with the list of parts only, so that a changed script in a newer jar asks for a migration of its own. */
    @Override
    public @Nullable Integer getChecksum() {
        CRC32 sum = new CRC32();
        sum.update(String.join(",", PARTS).getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}

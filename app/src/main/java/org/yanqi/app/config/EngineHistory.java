package org.yanqi.app.config;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes the level of history in the engine's own table: it refuses to start with another one than it noted, and a database
 * from before noted "activity". On a new database the table is empty and the engine notes it itself.
 */
@Component
class EngineHistory implements JavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        try (var update = context.getConnection()
                .prepareStatement(
                        "update ACT_GE_PROPERTY set VALUE_ = ?, REV_ = REV_ + 1 where NAME_ = 'historyLevel'")) {
            update.setString(1, Integer.toString(WalkedHistory.ID));
            update.executeUpdate();
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("520");
    }

    @Override
    public String getDescription() {
        return "history walked";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return WalkedHistory.ID;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}

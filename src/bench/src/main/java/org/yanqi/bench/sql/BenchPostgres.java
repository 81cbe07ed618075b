package org.yanqi.bench.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;

/** One embedded PostgreSQL with its files in a temporary folder; a commit is on the disk when it returns. */
public final class BenchPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    private BenchPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static BenchPostgres start() throws IOException {
        return new BenchPostgres(EmbeddedPostgres.builder()
                // the library turns both off, for tests; a bench must pay for what a 2xx promises
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start());
    }

    /** Makes an empty database and gives its URL, to be used as {@code postgres} without a password. */
    public String database(String name) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** The server's version. */
    public String version() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /**
     * A pool on a database, with connections as the product has them.
     *
     * @param size connections at most
     * @param idle connections kept open
     */
    public static HikariDataSource pool(String url, int size, int idle) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(idle);
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package org.yanqi.app.money;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.app.RealPostgres;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.reconciliation.CompareBill;
import org.yanqi.process.payment.reconciliation.ReconciliationSettings;
import org.yanqi.process.payment.reconciliation.StoreBill;

/** The reconciliation's own parts on a database with the house's tables, and nothing else of the house. */
final class BillBooks {
    static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");

    private static final AtomicInteger MEMORIES = new AtomicInteger();
    private static final Pattern PARTS = Pattern.compile(
            "org\\.yanqi\\.process\\.payment\\.reconciliation\\.(StoreBill|DayStore|BillStore|BillReadings|CompareBill|TotalsOfBill)");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final JdbcClient jdbc;
    final TransactionTemplate transaction;

    private BillBooks(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common")
                .load()
                .migrate();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        context.registerBean(
                ReconciliationSettings.class,
                () -> new ReconciliationSettings(true, LocalTime.of(10, 10), Duration.ofDays(1), 3, 1, 90));
        context.register(Transactions.class);
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(PARTS));
        scanner.scan("org.yanqi.process.payment.reconciliation");
        context.refresh();
        jdbc = context.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    @EnableTransactionManagement
    static class Transactions {}

    static BillBooks onPostgres() {
        return new BillBooks(pool(RealPostgres.freshDatabase(), "postgres"));
    }

    static BillBooks onH2() {
        return new BillBooks(
                pool("jdbc:h2:mem:books" + MEMORIES.incrementAndGet() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1", "sa"));
    }

    private static DataSource pool(String url, String user) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword("");
        pool.setMaximumPoolSize(2);
        return pool;
    }

    void day(LocalDate day) {
        jdbc.sql("insert into reconciliation_day (bill_day, state, taken_up, round, extra_rounds, opened, reopened)"
                        + " values (?, 'OPEN', true, 1, 0, current_timestamp, 0)")
                .param(day)
                .update();
    }

    StoreBill.Found store(LocalDate day, int round, PreparedBills bills) {
        return context.getBean(StoreBill.class).store(day, round, bills);
    }

    void compare(LocalDate day, Channel channel, boolean mayHold) {
        transaction.executeWithoutResult(
                status -> context.getBean(CompareBill.class).compare(day, channel, 1, mayHold));
    }

    /** A payment of ours whose money was counted. */
    UUID payment(String number, Channel channel, @Nullable String provider, long fen, Instant at) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into payment (id, version, number, order_id, case_id, channel, fen, state, opened,
                          provider_number, paid_fen, paid_at, refunded_fen, queries)
                        values (?, 0, ?, ?, ?, ?, ?, 'SUCCEEDED', ?, ?, ?, ?, 0, 0)
                        """)
                .params(
                        id,
                        number,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        channel.name(),
                        Math.max(1, fen),
                        at.atOffset(ZoneOffset.UTC),
                        provider,
                        fen,
                        at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    UUID refund(String number, Channel channel, String state, long fen, Instant at) {
        var exception = UUID.randomUUID();
        jdbc.sql("""
                        insert into payment_exception (id, version, once_key, kind, state, channel, number, fen,
                          evidence, opened, refund_fen)
                        values (?, 0, ?, 'PAID_TWICE', 'CLOSED', ?, ?, ?, '', ?, 0)
                        """)
                .params(exception, "once:" + number, channel.name(), number, fen, at.atOffset(ZoneOffset.UTC))
                .update();
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into refund (id, version, number, exception_id, channel, payment_number, total_fen, fen,
                          reason, state, asked, succeeded)
                        values (?, 0, ?, ?, ?, ?, ?, ?, 'test', ?, ?, ?)
                        """)
                .params(
                        id,
                        number,
                        exception,
                        channel.name(),
                        number,
                        fen,
                        fen,
                        state,
                        at.atOffset(ZoneOffset.UTC),
                        state.equals("SUCCEEDED") ? at.atOffset(ZoneOffset.UTC) : null)
                .update();
        return id;
    }

    /** Kinds, with their words, of the differences of a day that are not resolved. */
    List<String> differences(LocalDate day) {
        return jdbc.sql("""
                        select kind, word from reconciliation_difference
                        where bill_day = ? and state <> 'RESOLVED' order by kind, word
                        """)
                .param(day)
                .query((row, i) ->
                        row.getString(2) == null ? row.getString(1) : row.getString(1) + " " + row.getString(2))
                .list();
    }

    long number(String query, Object... facts) {
        return jdbc.sql(query).params(List.of(facts)).query(Long.class).single();
    }
}

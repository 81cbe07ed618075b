package org.yanqi.bench.bills;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.bench.sql.BenchPostgres;
import org.yanqi.process.payment.reconciliation.CompareBill;
import org.yanqi.process.payment.reconciliation.ReconciliationSettings;
import org.yanqi.process.payment.reconciliation.StoreBill;

/** The measured run: the product's own parts of the reconciliation, and nothing else of it. */
public final class BillsRun {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Pattern PARTS = Pattern.compile(
            "org\\.yanqi\\.process\\.payment\\.reconciliation\\.(StoreBill|DayStore|BillStore|BillReadings|CompareBill|TotalsOfBill)");

    private BillsRun() {}

    /** @param arguments URL of an empty database, and the number of lines */
    public static void main(String[] arguments) {
        var rows = Long.parseLong(arguments[1]);
        try (var pool = BenchPostgres.pool(arguments[0], 4, 1);
                var context = context(pool)) {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration/common")
                    .load()
                    .migrate();
            var bill = new GeneratedBill(rows);
            bill.count(JdbcClient.create(pool), DAY);
            var before = Instant.now();
            System.out.println(
                    "first reading: " + context.getBean(StoreBill.class).store(DAY, 1, bill));
            var stored = Instant.now();
            compare(context, 1);
            var compared = Instant.now();
            System.out.println(
                    "second reading: " + context.getBean(StoreBill.class).store(DAY, 2, bill));
            var again = Instant.now();
            report("read and stored", rows, Duration.between(before, stored));
            report("compared", rows, Duration.between(stored, compared));
            report("read again, nothing new", rows, Duration.between(compared, again));
            System.out.printf(
                    "peak heap: %d MiB of %d MiB%n",
                    peak() >> 20, Runtime.getRuntime().maxMemory() >> 20);
            JdbcClient.create(pool)
                    .sql("select lines, matched, own_count from reconciliation_bill")
                    .query()
                    .listOfRows()
                    .forEach(System.out::println);
            JdbcClient.create(pool)
                    .sql("select kind, count(*) from reconciliation_difference group by kind")
                    .query()
                    .listOfRows()
                    .forEach(System.out::println);
        }
    }

    private static void compare(AnnotationConfigApplicationContext context, int round) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> context.getBean(CompareBill.class).compare(DAY, GeneratedBill.CHANNEL, round, false));
    }

    private static AnnotationConfigApplicationContext context(DataSource database) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(
                ReconciliationSettings.class,
                () -> new ReconciliationSettings(true, LocalTime.of(10, 10), Duration.ofDays(1), 3, 1, 90));
        context.register(Transactions.class);
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(PARTS));
        scanner.scan("org.yanqi.process.payment.reconciliation");
        context.refresh();
        return context;
    }

    private static void report(String what, long rows, Duration took) {
        System.out.printf(
                "%s: %.1f s, %.0f rows a second%n", what, took.toMillis() / 1000.0, rows * 1000.0 / took.toMillis());
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    @EnableTransactionManagement
    static class Transactions {}
}

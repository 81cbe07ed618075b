package org.yanqi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yanqi.app.YanqiApplication;
import org.yanqi.app.config.ClockHands;
import org.yanqi.demo.sample.SampleData;
import org.yanqi.demo.sample.SampleDay;
import org.yanqi.sandbox.Sandbox;
import org.yanqi.sandbox.SandboxOptions;

/** Sample data is made by the use cases on a clock that is moved, from one seed. */
class SampleDataTest {
    private static final Instant MOMENT = Instant.parse("2026-03-12T02:30:00Z");
    private static final int MINUTES = 5;

    /** What people see of the house; ids, keys and what a CA draws at random are left out, as are letters. */
    private static final Map<String, String> QUESTIONS = new TreeMap<>(Map.of(
            "organisations", "select name, tax_number, city, address, phone from organisation",
            "people", "select name, mobile, email from person",
            "certificates", """
            select c.key_serial, c.kind, c.algorithm, c.holder_name, c.state, c.issued, c.expires, o.name
            from certificate_pair c join organisation o on o.id = c.organisation
            """,
            "entitlements", """
            select c.key_serial, e.platform, e.starts, e.ends, e.gift
            from entitlement e join certificate_pair c on c.id = e.certificate
            """,
            "orders", """
            select o.number, o.organisation_name, o.state, o.fen, o.placed, o.pay_until, o.paid, o.ended,
              i.key_serial, i.old_platforms, i.new_platforms, i.old_expiry, i.new_from, i.new_until, i.state as item
            from renewal_order o join order_item i on i.order_id = o.id
            """,
            "payments", "select channel, fen, state, opened, paid_fen, paid_at, counted, refunded_fen from payment",
            "cases", "select state, total_fen, started, started_by from renewal",
            "invoices", "select order_number, kind, state, title_name, gross, net, tax from invoice",
            "work", "select kind, work_group, state, title, created, due, provisional from work_item",
            "record", "select verb, account, name, at from record_entry"));

    @Test
    void the_same_seed_and_clock_make_the_same_data_and_the_clock_is_right_afterwards(@TempDir Path root)
            throws Exception {
        var made = made(root);
        assertThat(made.get("certificates")).hasSizeGreaterThan(50);
        assertThat(made.get("orders")).hasSize(19);
        assertThat(made.get("work").stream().filter(row -> row.contains("OPEN")).map(row -> row.split("\\|")[0]))
                .contains(
                        "issue-paper-invoice",
                        "handle-rejection",
                        "decide-exception",
                        "approve-refund",
                        "settle-rekey-failure",
                        "review-lapsed",
                        "update-key");
        assertThat(made.get("work"))
                .as("days that finance has not signed off: the last one")
                .filteredOn(row -> row.startsWith("sign-off-day|finance|OPEN"))
                .hasSize(1);

        assertThat(kept(made))
                .as("the sample has changed; if that is meant, target/sample.txt is the new sample.txt of this test")
                .isEqualTo(new ClassPathResource("sample.txt", SampleDataTest.class)
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    /** The house as a text, kept beside the one that it is compared with. */
    private static String kept(Map<String, List<String>> made) throws IOException {
        var text = made.entrySet().stream()
                .map(table -> "# " + table.getKey() + "\n" + String.join("\n", table.getValue()) + "\n")
                .collect(Collectors.joining("\n"));
        Files.writeString(Path.of("target", "sample.txt"), text);
        return text;
    }

    private static Map<String, List<String>> made(Path root) throws Exception {
        var at = new DemoAddresses(freePort(), freePort(), freePort(), freePort());
        try (var outside =
                        Sandbox.start(SandboxOptions.usual(at.sandboxPort(), at.smtpPort(), root.resolve("sandbox")));
                var house = new SpringApplication(YanqiApplication.class, DemoConfiguration.class, Told.class)
                        .run(DemoSettings.of(root, at, root.resolve("no-agent.jar")).entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                                .toArray(String[]::new))) {
            assertThat(outside.url()).isEqualTo(at.sandbox());
            house.getBean(SampleData.class).make(new SampleData.Size(28, 70), new SampleDay(MOMENT));
            assertThat(Duration.between(house.getBean(Clock.class).instant(), Instant.now())
                            .abs())
                    .isLessThan(Duration.ofMinutes(1));
            return house.getBean(Told.class).rows;
        }
    }

    /** Looks at the house when its clock is about to be right again: months pass at that moment, and much comes due. */
    @Primary
    @Component
    static class Told implements ClockHands {
        private final ClockHands hands;
        private final JdbcClient house;
        private final Map<String, List<String>> rows = new TreeMap<>();

        Told(@Qualifier("clockHands") ClockHands hands, JdbcClient house) {
            this.hands = hands;
            this.house = house;
        }

        @Override
        public void set(Instant at) {
            hands.set(at);
        }

        @Override
        public void release() {
            QUESTIONS.forEach((what, sql) -> rows.put(
                    what,
                    house.sql(sql).query(Told::row).list().stream().sorted().toList()));
            hands.release();
        }

        private static String row(ResultSet row, int number) throws SQLException {
            var cells = new ArrayList<String>();
            for (var at = 1; at <= row.getMetaData().getColumnCount(); at++) {
                cells.add(cell(row.getObject(at)));
            }
            return String.join("|", cells);
        }

        /** The clock ticks on while a step is made: times are compared by the five minutes in which they lie. */
        private static String cell(Object value) {
            if (value instanceof OffsetDateTime time) {
                var minute = time.toInstant().truncatedTo(ChronoUnit.MINUTES);
                return minute.minus(minute.getEpochSecond() / 60 % MINUTES, ChronoUnit.MINUTES)
                        .toString();
            }
            return String.valueOf(value);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

package org.yanqi.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.yanqi.agent.Agent;
import org.yanqi.agent.job.StepWatcher.Step;
import org.yanqi.agent.key.ContainerState;

/**
 * kill -9 of the product and of the agent at every step of a rekey (R7): afterwards it completes, exactly one new pair is
 * in force, the old one is revoked once, nothing is charged again, and every promise of the house holds.
 *
 * <p>The product is killed once while fifteen rekeys stand still, each at another point of its way; with
 * {@code -Dfaults=long} once for each point, too.
 */
class KillTest {
    private static World world;

    @BeforeAll
    static void begin() throws Exception {
        world = new World();
        world.awaitServer();
    }

    @AfterAll
    static void end() throws Exception {
        world.close();
    }

    @Test
    void rekeys_complete_after_the_product_was_killed_at_every_point_of_their_way() throws Exception {
        killedAt(points());
    }

    @Test
    @EnabledIfSystemProperty(named = "faults", matches = "long", disabledReason = "a life of the product each")
    void a_rekey_completes_after_the_product_was_killed_at_one_point_alone() throws Exception {
        for (String point : points()) {
            killedAt(List.of(point));
        }
    }

    /** Brings a rekey to each of the points, kills the product, starts it again and lets the holders go on. */
    private static void killedAt(List<String> points) throws Exception {
        world.forgetPoints();
        List<Holding> holdings = Holding.owed(world, points.size());
        List<Agent> agents = new ArrayList<>();
        List<String> jobs = new ArrayList<>();
        for (int at = 0; at < points.size(); at++) {
            String point = points.get(at);
            Agent agent = holdings.get(at).agent(world.origin());
            agents.add(agent);
            world.arm(point);
            Hand hand = new Hand(agent.address(), world.origin());
            String job = hand.begins(holdings.get(at).ticket(world));
            jobs.add(job);
            if (!point.equals("01-found")) {
                hand.types(job);
            }
            Awaitility.await(point).atMost(Duration.ofSeconds(60)).until(() -> world.reached(point));
        }

        world.killServer();
        world.startServerAgain();

        for (int at = 0; at < points.size(); at++) {
            Hand hand = new Hand(agents.get(at).address(), world.origin());
            if (points.get(at).equals("01-found")) {
                hand.types(jobs.get(at));
            }
            boolean done = hand.ends(jobs.get(at));
            if (!done) {
                goOn(holdings.get(at), hand);
            }
        }
        for (int at = 0; at < points.size(); at++) {
            requireRenewed(points.get(at), holdings.get(at));
            agents.get(at).close();
        }
        requirePromisesKept();
    }

    @Test
    void rekeys_complete_after_the_agent_was_killed_behind_every_step() throws Exception {
        List<Holding> holdings = Holding.owed(world, Step.values().length);
        for (Step step : Step.values()) {
            Holding holding = holdings.get(step.ordinal());
            int port = World.freePorts(1).get(0);
            Process killed = world.start(
                    "agent-" + step,
                    List.of(
                            "-Xmx96m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            RehearsedAgent.class.getName(),
                            String.valueOf(port),
                            world.origin(),
                            holding.keys().toString(),
                            step.name()));
            Hand hand = new Hand("http://127.0.0.1:" + port, world.origin());
            String job = Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> hand.begins(holding.ticket(world)), Objects::nonNull);
            if (step != Step.FOUND_TOLD) {
                hand.types(job);
            }
            assertThat(killed.waitFor(60, TimeUnit.SECONDS))
                    .as("killed behind " + step)
                    .isTrue();
            assertThat(killed.exitValue()).isEqualTo(137);

            try (Agent agent = holding.agent(world.origin())) {
                goOn(holding, new Hand(agent.address(), world.origin()));
            }
        }
        for (Step step : Step.values()) {
            requireRenewed("agent behind " + step, holdings.get(step.ordinal()));
        }
        requirePromisesKept();
    }

    /** The holder comes back with a new ticket; there is none where the product has all it needs. */
    private static void goOn(Holding holding, Hand hand) throws Exception {
        if (isConfirmed(holding)) {
            return;
        }
        String job = hand.begins(holding.ticket(world));
        hand.types(job);
        assertThat(hand.ends(job)).as("going on with " + holding).isTrue();
    }

    private static boolean isConfirmed(Holding holding) {
        return world.database()
                .word("select stage from rekey where item = ?", holding.item())
                .matches("CONFIRMED|OLD_REVOKED");
    }

    private static void requireRenewed(String point, Holding holding) throws Exception {
        Database database = world.database();
        var item = holding.item();
        Awaitility.await(point).atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            assertThat(database.word("select stage from rekey where item = ?", item))
                    .isEqualTo("OLD_REVOKED");
            assertThat(database.word("select state from order_item where id = ?", item))
                    .isEqualTo("RENEWED");
        });
        assertThat(database.word("select count(*) from certificate_pair where order_item = ?", item))
                .as(point + ": new pairs")
                .isEqualTo("1");
        assertThat(database.word("select state from certificate_pair where order_item = ?", item))
                .as(point)
                .isEqualTo("IN_FORCE");
        String old = " from certificate_pair p join rekey r on r.old_certificate = p.id where r.item = ?";
        assertThat(database.word("select p.state" + old, item)).as(point).isEqualTo("SUPERSEDED");
        assertThat(database.word(
                        "select count(*) from ca_revocation v where v.reason = 4 and v.serial in (select p.serial" + old
                                + ")",
                        item))
                .as(point + ": revoked as superseded")
                .isEqualTo("1");
        assertThat(database.word(
                        "select count(*) from ca_issuance i where i.state = 'SIGNED' and i.request_key like ?"
                                + " and not exists (select 1 from ca_revocation v where v.serial = i.serial)",
                        item + "/%"))
                .as(point + ": signed for the item, a pair of two")
                .isEqualTo("2");
        assertThat(database.word(
                        "select count(*) from payment p join order_item i on i.order_id = p.order_id where i.id = ?",
                        item))
                .as(point + ": payments")
                .isEqualTo("1");
        byte[] issued = database.bytes("select signing from certificate_pair where order_item = ?", item);
        assertThat(holding.key().content())
                .as(point + ": pairs on the key")
                .hasSize(2)
                .anySatisfy(pair -> assertThat(
                                Objects.requireNonNull(pair.certificate()).getEncoded())
                        .isEqualTo(issued));
        assertThat(holding.containers(ContainerState.NEW).size()).as(point).isLessThanOrEqualTo(1);
    }

    private static void requirePromisesKept() {
        Awaitility.await("the promises of the house")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(world.database().brokenPromises()).isEmpty());
    }

    /** The points in the order in which a rekey passes them. */
    private static List<String> points() throws IOException {
        try (var script = KillTest.class.getResourceAsStream("points.btm")) {
            String rules = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("at\\(\"([^\"]+)\"\\)")
                    .matcher(rules)
                    .results()
                    .map(found -> found.group(1))
                    .sorted()
                    .toList();
        }
    }
}

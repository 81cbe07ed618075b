package org.yanqi.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.yanqi.agent.Agent;
import org.yanqi.agent.job.StepWatcher.Step;

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
        world = World.shared();
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
                hand.types(job, Hand.PIN);
            }
            Awaitility.await(point).atMost(World.PATIENCE).until(() -> world.reached(point));
        }

        world.killServer();
        world.startServerAgain();

        for (int at = 0; at < points.size(); at++) {
            Hand hand = new Hand(agents.get(at).address(), world.origin());
            if (points.get(at).equals("01-found")) {
                hand.types(jobs.get(at), Hand.PIN);
            }
            boolean done = hand.ends(jobs.get(at));
            if (!done) {
                goOn(holdings.get(at), hand);
            }
        }
        for (int at = 0; at < points.size(); at++) {
            Renewed.require(world, points.get(at), holdings.get(at));
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
            hand.awaitAgent();
            try {
                String job = hand.begins(holding.ticket(world));
                if (step != Step.FOUND_TOLD) {
                    hand.types(job, Hand.PIN);
                }
            } catch (IOException gone) {
                // before it could answer: its end is what is waited for
            }
            assertThat(killed.waitFor(World.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("killed behind " + step)
                    .isTrue();
            assertThat(killed.exitValue()).isEqualTo(137);

            try (Agent agent = holding.agent(world.origin())) {
                goOn(holding, new Hand(agent.address(), world.origin()));
            }
        }
        for (Step step : Step.values()) {
            Renewed.require(world, "agent behind " + step, holdings.get(step.ordinal()));
        }
        requirePromisesKept();
    }

    /** The holder comes back with a new ticket; there is none where the product has all it needs. */
    private static void goOn(Holding holding, Hand hand) throws Exception {
        if (Renewed.isConfirmed(world, holding)) {
            return;
        }
        String job = hand.begins(holding.ticket(world));
        hand.types(job, Hand.PIN);
        assertThat(hand.ends(job)).as("going on with " + holding).isTrue();
    }

    private static void requirePromisesKept() {
        Awaitility.await("the promises of the house")
                .atMost(World.PATIENCE)
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

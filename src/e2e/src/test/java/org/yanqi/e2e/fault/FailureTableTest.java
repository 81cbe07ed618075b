package org.yanqi.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yanqi.agent.Agent;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.software.Fault;

/**
 * What goes wrong with a key, and what must happen (certificates.md), from both sides: a real agent whose key has the
 * failure, and the real product that hears of it. Every row ends with the key renewed, by the holder alone.
 */
class FailureTableTest {
    private static final int ROWS = 15;
    private static final Deque<Holding> HOLDINGS = new ArrayDeque<>();

    private static World world;

    @BeforeAll
    static void begin() throws Exception {
        world = World.shared();
        HOLDINGS.addAll(Holding.owed(world, ROWS));
    }

    /** The stage is the one that the product stands at when the holder is left alone with the failure. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "removed-before-unlock, key-removed, KEY_READ",
        "removed-before-generate, key-removed, PIN_ACCEPTED",
        "removed-before-sign, key-removed, KEY_GENERATED",
        "removed-before-keep-request, key-removed, KEY_GENERATED",
        "removed-before-write, key-removed, ISSUED",
        "removed-before-import, key-removed, ISSUED",
        "removed-before-read-back, key-removed, WRITTEN",
        "removed-before-prove, key-removed, READ_BACK",
        "write-failed, write-failed, ISSUED",
        "import-failed, import-failed, ISSUED",
        "pin-locked, pin-locked, KEY_READ",
        "full, key-full, KEY_READ"
    })
    void comes_to_customer_service_and_the_holder_goes_on_where_it_stopped(String fault, String code, String stage)
            throws Exception {
        Holding holding = HOLDINGS.pop();
        holding.key().fail(Fault.of(fault));
        try (Agent agent = holding.agent(world.origin())) {
            Hand hand = new Hand(agent.address(), world.origin());
            String job = hand.begins(holding.ticket(world));
            hand.types(job, Hand.PIN);

            assertThat(hand.await(job, "failed").at("/failure/code").asText()).isEqualTo(code);
            Renewed.requireStanding(world, holding, code, stage);
            assertThat(Renewed.openWorkItems(world, holding)).isEqualTo(1);
            assertThat(holding.containers(ContainerState.CURRENT))
                    .as("the old pair")
                    .hasSize(1);

            mend(holding);
            String again = hand.begins(holding.ticket(world));
            hand.types(again, Hand.PIN);
            assertThat(hand.ends(again)).isTrue();
        }
        Renewed.require(world, fault, holding);
        assertThat(Renewed.openWorkItems(world, holding)).isZero();
    }

    /** As the holder plugs it in again, and the counter unlocks it or makes room. */
    private static void mend(Holding holding) throws Exception {
        holding.key().heal();
        if (!holding.key().inserted()) {
            holding.key().insert();
        }
        if (holding.key().triesOnLabel() == 0) {
            assertThat(holding.key().reset("88888888".toCharArray(), Hand.PIN.toCharArray()))
                    .isTrue();
        }
    }

    @Test
    void a_wrong_pin_is_the_holders_own_affair() throws Exception {
        Holding holding = HOLDINGS.pop();
        try (Agent agent = holding.agent(world.origin())) {
            Hand hand = new Hand(agent.address(), world.origin());
            String job = hand.begins(holding.ticket(world));

            assertThat(hand.types(job, "999999")).contains("5");
            hand.types(job, Hand.PIN);

            assertThat(hand.ends(job)).isTrue();
        }
        Renewed.require(world, "wrong PIN", holding);
        assertThat(Renewed.workItemsEver(world, holding)).isZero();
    }

    @Test
    void another_key_and_several_keys_are_named_and_refused() throws Exception {
        Holding holding = HOLDINGS.pop();
        Holding other = HOLDINGS.pop();
        try (Agent wrong = other.agent(world.origin())) {
            Hand hand = new Hand(wrong.address(), world.origin());
            var failed = hand.await(hand.begins(holding.ticket(world)), "failed");
            assertThat(failed.at("/failure/code").asText()).isEqualTo("wrong-key");
            assertThat(failed.at("/failure/found/0/keySerial").asText()).isEqualTo(other.keySerial());
            Renewed.requireStanding(world, holding, "wrong-key", "WAITING_FOR_KEY");
        }
        Holding both = holding.together(other);
        try (Agent agent = both.agent(world.origin())) {
            Hand hand = new Hand(agent.address(), world.origin());
            var failed = hand.await(hand.begins(holding.ticket(world)), "failed");
            assertThat(failed.at("/failure/code").asText()).isEqualTo("several-keys");
            assertThat(failed.at("/failure/found")).hasSize(2);
            Renewed.requireStanding(world, holding, "several-keys", "WAITING_FOR_KEY");

            both.key(other.keySerial()).remove();
            String job = hand.begins(holding.ticket(world));
            hand.types(job, Hand.PIN);
            assertThat(hand.ends(job)).isTrue();
        }
        Renewed.require(world, "several keys", both);
        assertThat(Renewed.workItemsEver(world, holding)).isZero();
        Awaitility.await()
                .atMost(World.PATIENCE)
                .untilAsserted(
                        () -> assertThat(world.database().brokenPromises()).isEmpty());
    }
}

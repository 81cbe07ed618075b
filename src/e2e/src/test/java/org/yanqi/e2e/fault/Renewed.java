package org.yanqi.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.awaitility.Awaitility;
import org.yanqi.agent.key.ContainerState;

/** What must be true of a rekey, asked from the product's database and the key. */
final class Renewed {
    private Renewed() {}

    /** Exactly one new pair in force, the old one revoked once, nothing charged again. */
    static void require(World world, String what, Holding holding) throws Exception {
        Database database = world.database();
        var item = holding.item();
        Awaitility.await(what).atMost(World.PATIENCE).untilAsserted(() -> {
            assertThat(database.word("select stage from rekey where item = ?", item))
                    .isEqualTo("OLD_REVOKED");
            assertThat(database.word("select state from order_item where id = ?", item))
                    .isEqualTo("RENEWED");
        });
        assertThat(database.word("select count(*) from certificate_pair where order_item = ?", item))
                .as(what + ": new pairs")
                .isEqualTo("1");
        assertThat(database.word("select state from certificate_pair where order_item = ?", item))
                .as(what)
                .isEqualTo("IN_FORCE");
        String old = " from certificate_pair p join rekey r on r.old_certificate = p.id where r.item = ?";
        assertThat(database.word("select p.state" + old, item)).as(what).isEqualTo("SUPERSEDED");
        assertThat(database.word(
                        "select count(*) from ca_revocation v where v.reason = 4 and v.serial in (select p.serial" + old
                                + ")",
                        item))
                .as(what + ": revoked as superseded")
                .isEqualTo("1");
        assertThat(database.word(
                        "select count(*) from ca_issuance i where i.state = 'SIGNED' and i.request_key like ?"
                                + " and not exists (select 1 from ca_revocation v where v.serial = i.serial)",
                        item + "/%"))
                .as(what + ": signed for the item, a pair of two")
                .isEqualTo("2");
        assertThat(database.word(
                        "select count(*) from payment p join order_item i on i.order_id = p.order_id where i.id = ?",
                        item))
                .as(what + ": payments")
                .isEqualTo("1");
        byte[] issued = database.bytes("select signing from certificate_pair where order_item = ?", item);
        assertThat(holding.key().content())
                .as(what + ": pairs on the key")
                .hasSize(2)
                .anySatisfy(pair -> assertThat(
                                Objects.requireNonNull(pair.certificate()).getEncoded())
                        .isEqualTo(issued));
        assertThat(holding.containers(ContainerState.NEW).size()).as(what).isLessThanOrEqualTo(1);
    }

    static boolean isConfirmed(World world, Holding holding) {
        return world.database()
                .word("select stage from rekey where item = ?", holding.item())
                .matches("CONFIRMED|OLD_REVOKED");
    }

    /** How the product stands while the failure lasts: the old pair in force, nothing lost. */
    static void requireStanding(World world, Holding holding, String failure, String stage) {
        Database database = world.database();
        assertThat(database.word("select failure from rekey where item = ?", holding.item()))
                .isEqualTo(failure);
        assertThat(database.word("select stage from rekey where item = ?", holding.item()))
                .isEqualTo(stage);
        assertThat(database.word(
                        "select p.state from certificate_pair p join rekey r on r.old_certificate = p.id where r.item = ?",
                        holding.item()))
                .isEqualTo("IN_FORCE");
    }

    static int openWorkItems(World world, Holding holding) {
        return count(world, holding, " and state in ('OPEN', 'CLAIMED')");
    }

    static int workItemsEver(World world, Holding holding) {
        return count(world, holding, "");
    }

    private static int count(World world, Holding holding, String more) {
        return Integer.parseInt(world.database()
                .word(
                        "select count(*) from work_item where kind = 'settle-rekey-failure' and business_key = ?"
                                + more,
                        holding.item().toString()));
    }
}

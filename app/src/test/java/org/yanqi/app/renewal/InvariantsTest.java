package org.yanqi.app.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.process.ordering.Order;

/** Each promise on orders and cases holds after a whole case, and its query finds what breaks it. */
class InvariantsTest extends WithCases {
    /** What breaks each promise; :order, :item, :case, :pair stand for the ids of a case whose key waits to be updated. */
    private static final Map<String, String> BREACHES = Map.ofEntries(
            Map.entry(
                    "orders-paid-twice",
                    "insert into order_transition select gen_random_uuid(), 0, :order, null, 'PLACED', 'PAID', now()"),
            Map.entry(
                    "orders-illegal-transitions",
                    "insert into order_transition select gen_random_uuid(), 0, :order, null, 'PAID', 'CLOSED', now()"),
            Map.entry("orders-state-without-step", "update renewal_order set state = 'FULFILLED' where id = :order"),
            Map.entry(
                    "orders-without-record-entry",
                    "insert into order_transition select gen_random_uuid(), 0, :order, null, 'CLOSED', 'PAID', now()"),
            Map.entry(
                    "orders-closed-early",
                    "insert into order_transition select gen_random_uuid(), 0, :order, null, 'PLACED', 'CLOSED', now()"),
            Map.entry(
                    "orders-fulfilled-with-owed-items",
                    "update renewal_order set state = 'FULFILLED' where id = :order"),
            Map.entry(
                    "items-owed-without-execution",
                    "update act_ru_execution set business_key_ = 'gone' where business_key_ = cast(:item as varchar)"),
            Map.entry("items-with-two-confirmed-pairs", """
                    insert into certificate_pair
                      (id, version, organisation, holder, holder_name, kind, algorithm, vendor, key_serial, subject, issuer,
                       serial, signing, issued, expires, state, confirmed, order_item)
                    select gen_random_uuid(), 0, organisation, holder, holder_name, kind, algorithm, vendor, key_serial,
                      subject, issuer, serial || n, signing, issued, expires, 'IN_FORCE', now(), :item
                    from certificate_pair, generate_series(1, 2) n where id = :pair"""),
            Map.entry("items-paid-without-entitlement", "delete from entitlement where case_id = :case"),
            Map.entry(
                    "cases-without-execution",
                    "update act_ru_execution set business_key_ = 'gone' where business_key_ = cast(:case as varchar)"),
            Map.entry("cases-ended-with-certificates-held", "update renewal set state = 'CLOSED' where id = :case"),
            Map.entry("platforms-never-told", "update renewal set state = 'RENEWED' where id = :case"));

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders-paid-twice",
                "orders-illegal-transitions",
                "orders-state-without-step",
                "orders-without-record-entry",
                "orders-closed-early",
                "orders-fulfilled-with-owed-items",
                "items-owed-without-execution",
                "items-with-two-confirmed-pairs",
                "items-paid-without-entitlement",
                "cases-without-execution",
                "cases-ended-with-certificates-held",
                "platforms-never-told"
            })
    void a_query_finds_the_breach_of_its_promise(String promise) throws Exception {
        var query = query(promise);
        var order = waitingForItsKey();
        assertThat(rows(query)).isEmpty();

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var changed = jdbc.sql(BREACHES.get(promise))
                    .params(Map.of(
                            "order", order.id(),
                            "item", order.items().get(0).id(),
                            "case", order.caseId(),
                            "pair", order.items().get(0).certificate()))
                    .update();
            assertThat(changed).isPositive();
            assertThat(rows(query)).isNotEmpty();
        });
    }

    @Test
    void a_closed_order_breaks_no_promise() throws Exception {
        var company = customers.company();
        var renewal = awaitingPayment(company.administrator(), company.main().id());
        clock.shift(Duration.ofHours(3));
        hands.ring(renewal, "payment-window-passed");
        hands.worker("close-payment", renewal, Map.of("paidAtClose", false));

        for (var promise : BREACHES.keySet()) {
            assertThat(rows(query(promise))).as(promise).isEmpty();
        }
    }

    private Order waitingForItsKey() {
        var company = customers.company();
        UUID renewal = awaitingPayment(company.administrator(), company.main().id());
        return paid(renewal);
    }

    private List<Map<String, Object>> rows(String query) {
        return jdbc.sql(query).query().listOfRows();
    }

    private static String query(String promise) throws IOException {
        var text = new ClassPathResource("invariants/" + promise + ".sql").getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("-- ");
        return text;
    }
}

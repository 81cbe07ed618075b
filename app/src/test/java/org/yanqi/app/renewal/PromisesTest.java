package org.yanqi.app.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.yanqi.app.OnPostgres;

/** Whole cases break no promise on orders and cases; that each query finds its breach is tried beside them all. */
@OnPostgres
class PromisesTest extends WithCases {
    private static final List<String> PROMISES = List.of(
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
            "platforms-never-told");

    @Test
    void a_paid_order_and_a_closed_one_break_no_promise() throws IOException {
        var company = customers.company();
        var closed = awaitingPayment(company.administrator(), company.main().id());
        clock.shift(Duration.ofHours(3));
        hands.ring(closed, "payment-window-passed");
        hands.worker("close-payment", closed, Map.of("paidAtClose", false));
        clock.shift(Duration.ZERO);
        paid(awaitingPayment(company.administrator(), company.lead().id()));

        for (var promise : PROMISES) {
            assertThat(rows(promise)).as(promise).isEmpty();
        }
    }

    private List<Map<String, Object>> rows(String promise) throws IOException {
        var query = new ClassPathResource("invariants/" + promise + ".sql").getContentAsString(StandardCharsets.UTF_8);
        return jdbc.sql(query).query().listOfRows();
    }
}

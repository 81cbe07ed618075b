package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each invariant about money is silent while all is well and finds what it looks for when it is planted. */
class MoneyInvariantsTest extends WithMoney {
    @Autowired
    PlatformTransactionManager transactions;

    static List<Map<String, Object>> ask(JdbcClient jdbc, String invariant) {
        try {
            var sql = new PathMatchingResourcePatternResolver()
                    .getResource("classpath:invariants/" + invariant + ".sql")
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(sql).startsWith("-- ");
            return jdbc.sql(sql).query().listOfRows();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Plants rows, looks, and takes them out again. */
    private void finds(String invariant, Runnable plant) {
        assertThat(ask(jdbc, invariant)).as(invariant + " while all is well").isEmpty();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            plant.run();
            assertThat(ask(jdbc, invariant)).as(invariant + " with a fault").isNotEmpty();
            status.setRollbackOnly();
        });
    }

    private UUID order(String state) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into renewal_order (id, version, number, case_id, organisation, organisation_name, state, fen, placed, pay_until)
                        values (?, 0, ?, ?, ?, 'x', ?, 20000, current_timestamp, current_timestamp)""")
                .params(id, "T" + id.toString().substring(0, 20), UUID.randomUUID(), UUID.randomUUID(), state)
                .update();
        return id;
    }

    private UUID payment(UUID order, String state, Long paid) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into payment (id, version, number, order_id, case_id, channel, fen, state, opened, paid_fen, paid_at,
                          counted, refunded_fen, queries)
                        values (?, 0, ?, ?, ?, 'WECHAT', 20000, ?, current_timestamp, cast(? as bigint), current_timestamp,
                          current_timestamp - interval '10' minute, 0, 0)""")
                .params(id, "T" + id.toString().substring(0, 20), order, UUID.randomUUID(), state, paid)
                .update();
        return id;
    }

    private UUID exception(UUID payment, String state, String decidedBy, String approvedBy) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into payment_exception (id, version, once_key, kind, state, payment_id, channel, number, fen, evidence,
                          opened, refund_fen, decided_by, approved_by)
                        values (?, 0, ?, 'AMOUNT_DIFFERS', ?, ?, 'WECHAT', 'x', 20100, '', current_timestamp, 100,
                          cast(? as varchar), cast(? as varchar))""")
                .params(id, id.toString(), state, payment, decidedBy, approvedBy)
                .update();
        return id;
    }

    private void refund(UUID exception, UUID payment, long fen) {
        jdbc.sql("""
                        insert into refund (id, version, number, exception_id, payment_id, channel, payment_number, total_fen, fen, reason,
                          state, asked)
                        values (?, 0, ?, ?, ?, 'WECHAT', 'x', 20100, ?, 'r', 'SUCCEEDED', current_timestamp)""")
                .params(UUID.randomUUID(), UUID.randomUUID().toString(), exception, payment, fen)
                .update();
    }

    private void invoice(UUID order, String state) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into invoice (id, version, case_id, order_id, order_number, organisation_id, kind, state, title_type,
                          title_name, title_tax_number, title_address, title_phone, title_bank, title_account, gross, net, tax, rate,
                          goods_code, goods_name, line_name, serial, asks, specimen, asked)
                        values (?, 0, ?, ?, 'x', ?, 'ELECTRONIC_ORDINARY', ?, 'ENTERPRISE', 'x', '', '', '', '', '', 20000, 18868,
                          1132, 0.06, 'c', 'g', 'l', ?, 0, false, current_timestamp)""")
                .params(
                        id,
                        UUID.randomUUID(),
                        order,
                        UUID.randomUUID(),
                        state,
                        id.toString().substring(0, 30))
                .update();
    }

    @Test
    void an_order_with_two_successful_payments_is_found() {
        finds("payment-order-paid-twice", () -> {
            var order = order("PAID");
            payment(order, "SUCCEEDED", 20000L);
            payment(order, "SUCCEEDED", 20000L);
        });
    }

    @Test
    void a_payment_that_is_neither_fulfilled_nor_owned_is_found() {
        finds("payment-not-fulfilled", () -> payment(order("PLACED"), "SUCCEEDED", 20000L));
    }

    @Test
    void frozen_money_without_an_owner_is_found() {
        finds("payment-without-owner", () -> payment(order("PLACED"), "FROZEN", 20100L));
    }

    @Test
    void a_payment_without_a_proven_event_is_found() {
        finds("payment-not-proven", () -> payment(order("PAID"), "SUCCEEDED", 20000L));
    }

    @Test
    void a_payment_of_another_amount_is_found() {
        finds("payment-amount-differs", () -> payment(order("PAID"), "SUCCEEDED", 19900L));
    }

    @Test
    void a_forbidden_step_is_found() {
        finds(
                "payment-transition-forbidden",
                () -> jdbc.sql(
                                "insert into payment_transition (id, payment_id, was, became, at) values (?, ?, 'REFUNDED', 'OPEN', current_timestamp)")
                        .params(UUID.randomUUID(), payment(order("PAID"), "OPEN", null))
                        .update());
    }

    @Test
    void two_open_attempts_are_found() {
        finds("payment-two-open", () -> {
            var order = order("PLACED");
            payment(order, "OPEN", null);
            payment(order, "CREATED", null);
        });
    }

    @Test
    void an_event_that_nobody_handles_is_found() {
        finds(
                "payment-event-unhandled",
                () -> jdbc.sql("""
                                insert into inbox_event (id, sender, event_id, kind, number, state, fen, evidence, received, attempts)
                                values (?, 'wechat', ?, 'payment', 'x', 'SUCCESS', 1, '', current_timestamp - interval '20' minute, 9)""")
                        .params(UUID.randomUUID(), UUID.randomUUID().toString())
                        .update());
    }

    @Test
    void an_exception_that_no_process_carries_is_found() {
        finds(
                "payment-exception-orphaned",
                () -> exception(payment(order("PLACED"), "FROZEN", 20100L), "OPEN", null, null));
    }

    @Test
    void more_given_back_than_had_arrived_is_found() {
        finds("payment-refunded-too-much", () -> {
            var payment = payment(order("PAID"), "SUCCEEDED", 20000L);
            refund(exception(payment, "CLOSED", "finance", "supervisor"), payment, 20001);
        });
    }

    @Test
    void a_refund_by_one_person_is_found() {
        finds("payment-refund-by-one-person", () -> {
            var payment = payment(order("PAID"), "SUCCEEDED", 20100L);
            refund(exception(payment, "CLOSED", "finance", "finance"), payment, 100);
        });
    }

    @Test
    void two_invoices_for_one_order_are_found() {
        finds("invoice-issued-twice", () -> {
            var order = order("PAID");
            invoice(order, "ISSUED");
            invoice(order, "DELIVERED");
        });
    }

    @Test
    void an_invoice_that_no_process_carries_is_found() {
        finds("invoice-orphaned", () -> invoice(order("PAID"), "SUBMITTED"));
    }
}

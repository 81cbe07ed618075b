package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yanqi.app.money.PreparedBills.at;
import static org.yanqi.app.money.PreparedBills.paid;
import static org.yanqi.app.money.PreparedBills.refunded;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.DailyBills.Bill;
import org.yanqi.process.payment.port.DailyBills.Line;
import org.yanqi.process.payment.reconciliation.StoreBill.Found;

/** What a channel's bill says beside what we counted; each rule on days of its own. */
abstract class CompareBillRules {
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final LocalDate day = LocalDate.of(2026, 1, 1).plusDays(10L * DAYS.incrementAndGet());
    private final String mark = "T" + DAYS.get() + "-";
    private final PreparedBills bills = new PreparedBills(Channel.WECHAT);

    abstract BillBooks books();

    private List<String> reconcile(List<Line> lines, String... unreadable) {
        bills.read(day, lines, unreadable);
        books().day(day);
        return again();
    }

    private List<String> again() {
        assertThat(books().store(day, round(), bills)).isEqualTo(Found.THERE);
        books().compare(day, Channel.WECHAT, false);
        return books().differences(day);
    }

    /** Each reading in a round of its own. */
    private int round() {
        return 1
                + (int) books().number(
                                "select coalesce(max(asked_round), 0) from reconciliation_bill where bill_day = ?",
                                day);
    }

    private long matched() {
        return books().number("select matched from reconciliation_bill where bill_day = ?", day);
    }

    private Line told(String number, long fen) {
        return paid(mark + number, mark + "W" + number, fen, 0, at(day, 12, 0));
    }

    private void counted(String number, long fen) {
        books().payment(mark + number, Channel.WECHAT, mark + "W" + number, fen, at(day, 12, 0));
    }

    @Test
    void a_line_and_a_payment_of_the_same_number_and_amount_match() {
        counted("1", 20_000);
        assertThat(reconcile(List.of(told("1", 20_000)))).isEmpty();
        assertThat(matched()).isEqualTo(1);
    }

    @Test
    void our_own_number_matches_where_the_provider_told_us_none() {
        books().payment(mark + "1", Channel.WECHAT, null, 20_000, at(day, 12, 0));
        assertThat(reconcile(List.of(told("1", 20_000)))).isEmpty();
    }

    @Test
    void another_amount_is_one_difference_for_both_sides() {
        counted("1", 20_000);
        assertThat(reconcile(List.of(told("1", 20_100)))).containsExactly("AMOUNT_DIFFERS");
    }

    @Test
    void money_of_one_side_only_is_a_difference() {
        counted("ours", 20_000);
        assertThat(reconcile(List.of(told("theirs", 30_000)))).containsExactly("CHANNEL_HAS_IT", "WE_HAVE_IT");
    }

    @Test
    void a_second_trade_under_our_number_is_money_of_its_own() {
        counted("1", 20_000);
        assertThat(reconcile(List.of(told("1", 20_000), paid(mark + "1", mark + "another", 20_000, 0, at(day, 12, 5)))))
                .containsExactly("CHANNEL_HAS_IT");
    }

    @Test
    void a_fee_beyond_the_agreed_share_is_strange_and_one_within_it_is_not() {
        counted("1", 20_000);
        counted("2", 20_000);
        assertThat(reconcile(List.of(
                        paid(mark + "1", mark + "W1", 20_000, 120, at(day, 12, 0)),
                        paid(mark + "2", mark + "W2", 20_000, 900, at(day, 12, 0)))))
                .containsExactly("FEE_STRANGE");
    }

    @Test
    void refunds_are_compared_by_number_amount_and_state() {
        books().refund(mark + "R1", Channel.WECHAT, "SUCCEEDED", 100, at(day, 13, 0));
        books().refund(mark + "R2", Channel.WECHAT, "SUCCEEDED", 100, at(day, 13, 0));
        books().refund(mark + "R3", Channel.WECHAT, "FAILED", 100, at(day, 13, 0));
        books().refund(mark + "R4", Channel.WECHAT, "SUCCEEDED", 100, at(day, 13, 0));
        assertThat(reconcile(List.of(
                        refunded(mark + "1", mark + "R1", mark + "W1", 100, at(day, 13, 0)),
                        refunded(mark + "2", mark + "R2", mark + "W2", 200, at(day, 13, 0)),
                        refunded(mark + "3", mark + "R3", mark + "W3", 100, at(day, 13, 0)),
                        refunded(mark + "5", mark + "R5", mark + "W5", 100, at(day, 13, 0)))))
                .containsExactly(
                        "REFUND_DIFFERS amount",
                        "REFUND_DIFFERS not-there",
                        "REFUND_DIFFERS state",
                        "REFUND_DIFFERS unknown");
        assertThat(matched()).isEqualTo(1);
    }

    @Test
    void a_bill_that_is_read_twice_changes_nothing() {
        counted("1", 20_000);
        var lines = List.of(told("1", 20_000), told("2", 500));
        var first = reconcile(lines, "broken,line");
        assertThat(again()).isEqualTo(first);
        assertThat(books().number("select count(*) from bill_line where bill_day = ?", day))
                .isEqualTo(2);
    }

    @Test
    void a_line_that_stands_twice_is_kept_twice_and_one_of_them_is_a_difference() {
        counted("1", 20_000);
        assertThat(reconcile(List.of(told("1", 20_000), told("1", 20_000)))).containsExactly("DUPLICATED_LINE");
        assertThat(matched()).isEqualTo(1);
        assertThat(again()).containsExactly("DUPLICATED_LINE");
    }

    @Test
    void another_days_bill_that_comes_again_counts_no_money_twice() {
        counted("1", 20_000);
        reconcile(List.of(told("1", 20_000)));
        var next = day.plusDays(1);
        bills.read(next, List.of(told("1", 20_000)));
        books().day(next);
        books().store(next, 1, bills);
        books().compare(next, Channel.WECHAT, false);
        assertThat(books().differences(next)).containsExactly("DUPLICATED_LINE");
    }

    @Test
    void rows_that_come_late_are_added_and_settle_what_only_we_had() {
        counted("1", 20_000);
        assertThat(reconcile(List.of())).containsExactly("WE_HAVE_IT");
        bills.read(day, List.of(told("1", 20_000)));
        assertThat(again()).isEmpty();
        assertThat(matched()).isEqualTo(1);
    }

    @Test
    void a_payment_near_midnight_waits_for_the_neighbouring_days_bill() {
        var late = at(day, 23, 40);
        books().payment(mark + "1", Channel.WECHAT, mark + "W1", 20_000, late);
        books().day(day);
        bills.read(day, List.of());
        books().store(day, 1, bills);
        books().compare(day, Channel.WECHAT, true);
        assertThat(books().differences(day)).isEmpty();
        assertThat(books().number("select held from reconciliation_bill where bill_day = ?", day))
                .isEqualTo(1);

        var next = day.plusDays(1);
        bills.read(next, List.of(paid(mark + "1", mark + "W1", 20_000, 0, late)));
        books().day(next);
        books().store(next, 1, bills);
        books().compare(next, Channel.WECHAT, true);
        books().compare(day, Channel.WECHAT, true);
        assertThat(books().differences(day)).isEmpty();
        assertThat(books().differences(next)).isEmpty();
        assertThat(books().number("select held from reconciliation_bill where bill_day = ?", day))
                .isZero();
    }

    @Test
    void what_the_neighbouring_day_does_not_have_either_is_a_difference_then() {
        books().payment(mark + "1", Channel.WECHAT, mark + "W1", 20_000, at(day, 23, 40));
        books().day(day);
        bills.read(day, List.of());
        books().store(day, 1, bills);
        books().compare(day, Channel.WECHAT, true);
        var next = day.plusDays(1);
        bills.read(next, List.of());
        books().day(next);
        books().store(next, 1, bills);
        books().compare(day, Channel.WECHAT, true);
        assertThat(books().differences(day)).containsExactly("WE_HAVE_IT");
    }

    @Test
    void the_bills_own_sums_are_compared_with_its_lines() {
        counted("1", 20_000);
        var lines = List.of(told("1", 20_000));
        bills.put(day, Bill.State.READ, new Bill.Totals(2, 30_000, 0, 0), lines);
        books().day(day);
        assertThat(again()).containsExactly("TOTALS_DIFFER");
        assertThat(again()).containsExactly("TOTALS_DIFFER");
        bills.put(day, Bill.State.READ, PreparedBills.totals(lines), lines);
        assertThat(again()).isEmpty();
    }

    @Test
    void what_cannot_be_read_or_kept_is_a_difference_with_its_text() {
        var odd = new Line(Line.Kind.PAYMENT, "x".repeat(80), null, mark + "W9", 100, 0, at(day, 1, 0), null);
        var negative = new Line(Line.Kind.PAYMENT, null, null, mark + "W8", -100, 0, at(day, 1, 0), null);
        assertThat(reconcile(List.of(odd, negative), "¥¥¥,?", "¥¥¥,?"))
                .containsExactly("UNREADABLE_LINE", "UNREADABLE_LINE", "UNREADABLE_LINE", "UNREADABLE_LINE");
        assertThat(books().number(
                                "select count(*) from reconciliation_difference where bill_day = ? and details = '¥¥¥,?'",
                                day))
                .isEqualTo(2);
    }

    @Test
    void the_lines_of_a_damaged_bill_do_not_count_and_our_payments_are_not_judged_by_it() {
        counted("1", 20_000);
        bills.put(day, Bill.State.DAMAGED, null, List.of(told("1", 20_000), told("2", 1)));
        books().day(day);
        assertThat(books().store(day, 1, bills)).isEqualTo(Found.LACKING);
        books().compare(day, Channel.WECHAT, false);
        assertThat(books().differences(day)).containsExactly("DAMAGED_BILL");
        assertThat(books().number("select count(*) from bill_reading")).isZero();

        bills.read(day, List.of(told("1", 20_000)));
        assertThat(again()).isEmpty();
    }

    @Test
    void an_empty_day_is_no_incident_unless_we_counted_money() {
        bills.put(day, Bill.State.EMPTY, null, List.of());
        books().day(day);
        assertThat(again()).isEmpty();
        counted("1", 100);
        assertThat(again()).containsExactly("WE_HAVE_IT");
    }

    @Test
    void a_bill_that_lost_its_lines_takes_none_from_us() {
        counted("1", 20_000);
        reconcile(List.of(told("1", 20_000)));
        bills.put(day, Bill.State.EMPTY, null, List.of());
        assertThat(again()).isEmpty();
        assertThat(matched()).isEqualTo(1);
        bills.put(day, null, null, List.of());
        assertThat(again()).isEmpty();
    }

    @Test
    void a_bill_is_awaited_with_patience_and_no_longer() {
        books().day(day);
        assertThat(books().store(day, 1, bills)).isEqualTo(Found.AWAITED);
        bills.put(day, null, null, List.of());
        assertThat(books().store(day, 1, bills)).isEqualTo(Found.AWAITED);
        books().jdbc
                .sql("update reconciliation_bill set asked_first = ? where bill_day = ?")
                .params(BillBooks.NOW.minusSeconds(86_400).atOffset(ZoneOffset.UTC), day)
                .update();
        assertThat(books().store(day, 1, bills)).isEqualTo(Found.LACKING);
        books().compare(day, Channel.WECHAT, false);
        assertThat(books().differences(day)).containsExactly("MISSING_BILL");
    }

    @Test
    void one_node_at_a_time_reads_a_bill() {
        bills.read(day, List.of());
        books().day(day);
        books().store(day, 1, bills);
        books().jdbc
                .sql("update reconciliation_bill set lease_until = ? where bill_day = ?")
                .params(BillBooks.NOW.plusSeconds(60).atOffset(ZoneOffset.UTC), day)
                .update();
        assertThat(books().store(day, 2, bills)).isEqualTo(Found.BUSY);
    }
}

package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yanqi.app.money.PreparedBills.at;
import static org.yanqi.app.money.PreparedBills.paid;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.DailyBills.Bill;
import org.yanqi.process.payment.reconciliation.Difference;

/** Bills that come late, damaged or never, days that were missed, and money that only a bill tells of. */
class MissingBillsTest extends WithReconciliation {
    @Test
    void a_bill_that_never_comes_ends_at_a_person_and_is_a_difference_of_its_day() {
        var day = LocalDate.of(2026, 4, 1);
        nothing(ALIPAY_BILLS, day);
        startDays.start(day);
        fire(timer(day.toString(), "await-bill"));
        WECHAT_BILLS.put(day, null, null, List.of());
        fire(timer(day.toString(), "await-bill"));
        var last = timer(day.toString(), "await-bill");
        clock.shift(Duration.ofHours(25));
        fire(last);

        var missing = item("handle-missing-bill", day);
        clock.shift(Duration.ZERO);
        assertThat(refused(settle.handleMissingBill(FINANCE, missing, "go-on", "")))
                .containsExactly("refusal.reason-missing");
        accepted(settle.handleMissingBill(FINANCE, missing, "go-on", "渠道系统升级，当日无账单"));
        var signature = item("sign-off-day", day);
        assertThat(differences(day)).extracting(Difference::kind).containsExactly(Difference.Kind.MISSING_BILL);
        accepted(settle.explain(FINANCE, differences(day).get(0).id(), "渠道系统升级"));
        accepted(settle.signOff(FINANCE, signature, ""));
    }

    @Test
    void a_damaged_bill_is_fetched_again_when_finance_says_so() {
        var day = LocalDate.of(2026, 4, 10);
        nothing(WECHAT_BILLS, day);
        ALIPAY_BILLS.put(day, Bill.State.DAMAGED, null, List.of(paid("X", "X", 1, 0, at(day, 1, 0))));
        startDays.start(day);
        var missing = item("handle-missing-bill", day);
        nothing(ALIPAY_BILLS, day);
        accepted(settle.handleMissingBill(FINANCE, missing, "fetch-again", "渠道已重新生成"));
        accepted(settle.signOff(FINANCE, item("sign-off-day", day), ""));
        assertThat(differences(day)).isEmpty();
    }

    @Test
    void money_whose_callback_was_lost_is_counted_once_the_bill_tells_of_it() {
        var waiting = waiting(Channel.WECHAT);
        var number = waiting.payment().number();
        WECHAT.pay(number, waiting.order().fen());
        var trade = WECHAT.sales.get(number).transaction;
        // further back than the days that are caught up in here
        var day = LocalDate.of(2026, 2, 12);
        WECHAT_BILLS.read(day, List.of(paid(number, trade, waiting.order().fen(), 0, at(day, 12, 0))));
        nothing(ALIPAY_BILLS, day);
        startDays.start(day);

        var signature = item("sign-off-day", day);
        awaitPaid(waiting);
        assertThat(differences(day)).isEmpty();
        assertThat(seen(day).matched()).isEqualTo(1);
        accepted(settle.signOff(FINANCE, signature, ""));
    }

    @Test
    void days_that_were_missed_are_taken_up_once_however_many_nodes_look() throws Exception {
        for (var back = 1; back <= 4; back++) {
            var day = LocalDate.ofInstant(clock.instant(), Shanghai.ZONE).minusDays(back);
            nothing(WECHAT_BILLS, day);
            nothing(ALIPAY_BILLS, day);
        }
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (var node : nodes.invokeAll(List.of(
                    Executors.callable(() -> startDays.startDue()), Executors.callable(() -> startDays.startDue())))) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }
        var taken = days.list(FINANCE, null, false, 3);
        assertThat(taken).isNotEmpty();
        for (var day : taken) {
            assertThat(engine.createProcessInstanceQuery()
                            .processInstanceBusinessKey(day.day().toString())
                            .count())
                    .as("processes of " + day.day())
                    .isEqualTo(1);
        }
    }
}

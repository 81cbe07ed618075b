package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yanqi.app.money.PreparedBills.at;
import static org.yanqi.app.money.PreparedBills.paid;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.yanqi.app.renewal.Customers;
import org.yanqi.app.web.Invariants;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.ExceptionKind;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.port.DailyBills.Bill;
import org.yanqi.process.payment.reconciliation.Difference;
import org.yanqi.process.payment.reconciliation.ReconciledDay;
import org.yanqi.process.payment.reconciliation.ReconciledDays;
import org.yanqi.process.payment.reconciliation.SettleDay;
import org.yanqi.process.payment.reconciliation.StartDays;
import org.yanqi.process.record.Role;

/** A day of reconciliation from its bills to finance's signature, with the real model and workers; each test has a day of its own. */
@Import(ReconciliationTest.Bills.class)
@TestPropertySource(properties = "yanqi.reconciliation.catch-up-days=3")
class ReconciliationTest extends WithMoney {
    private static final PreparedBills WECHAT_BILLS = new PreparedBills(Channel.WECHAT);
    private static final PreparedBills ALIPAY_BILLS = new PreparedBills(Channel.ALIPAY);

    @Autowired
    StartDays startDays;

    @Autowired
    ReconciledDays days;

    @Autowired
    SettleDay settle;

    @Autowired
    ManagementService jobs;

    @Autowired
    Invariants invariants;

    @TestConfiguration
    static class Bills {
        @Bean
        PreparedBills wechatBills() {
            return WECHAT_BILLS;
        }

        @Bean
        PreparedBills alipayBills() {
            return ALIPAY_BILLS;
        }
    }

    private static void nothing(PreparedBills bills, LocalDate day) {
        bills.put(day, Bill.State.EMPTY, null, List.of());
    }

    /** The model's own pauses take some seconds. */
    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }

    private UUID item(String kind, LocalDate day) {
        return await().until(() -> items.open(kind, day.toString()), Optional::isPresent)
                .orElseThrow()
                .id();
    }

    private List<Difference> differences(LocalDate day) {
        return days.differences(FINANCE, day, 0, 100).stream()
                .filter(one -> one.state() != Difference.State.RESOLVED)
                .toList();
    }

    private ReconciledDay seen(LocalDate day) {
        return days.one(FINANCE, day);
    }

    /** Lets the timer at this place fire, once it is there. */
    private void timer(String activity, LocalDate day) {
        jobs.executeJob(awaitTimer(activity, day));
    }

    private String awaitTimer(String activity, LocalDate day) {
        var instance = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(day.toString())
                .singleResult()
                .getId();
        return await().until(
                        () -> jobs.createJobQuery()
                                .processInstanceId(instance)
                                .activityId(activity)
                                .list(),
                        found -> !found.isEmpty())
                .get(0)
                .getId();
    }

    private void assertPromisesAreKept() {
        assertThat(invariants.check().broken().stream().map(Invariants.Broken::name))
                .noneMatch(name -> name.startsWith("reconciliation") || name.startsWith("payment-exception"));
    }

    @Test
    void a_day_is_signed_off_once_each_difference_has_an_explanation_or_an_owner() {
        var day = LocalDate.of(2026, 3, 1);
        WECHAT_BILLS.read(day, List.of(paid("ORPHAN1", "42orphan1", 20_000, 120, at(day, 9, 0))), "不成,行");
        nothing(ALIPAY_BILLS, day);
        assertThat(startDays.start(day)).isTrue();
        assertThat(startDays.start(day)).isFalse();

        var signature = item("sign-off-day", day);
        assertThat(differences(day))
                .extracting(Difference::kind)
                .containsExactlyInAnyOrder(Difference.Kind.CHANNEL_HAS_IT, Difference.Kind.UNREADABLE_LINE);
        var orphan = differences(day).stream()
                .filter(one -> one.kind() == Difference.Kind.CHANNEL_HAS_IT)
                .findFirst()
                .orElseThrow();
        var exception = exceptions.one(FINANCE, orphan.exception());
        assertThat(exception.kind()).isEqualTo(ExceptionKind.CHANNEL_ONLY);
        assertThat(exception.state()).isEqualTo(PaymentException.State.OPEN);
        assertThat(items.open("decide-exception", exception.id().toString())).isPresent();

        assertThat(refused(settle.signOff(FINANCE, signature, ""))).containsExactly("refusal.differences-unsettled");
        var unreadable = differences(day).stream()
                .filter(one -> one.kind() == Difference.Kind.UNREADABLE_LINE)
                .findFirst()
                .orElseThrow();
        assertThat(refused(settle.explain(FINANCE, unreadable.id(), " ")))
                .containsExactly("refusal.difference-explanation-missing");
        accepted(settle.explain(FINANCE, unreadable.id(), "渠道测试行，已与渠道确认"));
        accepted(settle.note(SUPERVISOR, day, "请留意渠道的测试行"));
        accepted(settle.signOff(FINANCE, signature, "已核对"));

        assertThat(seen(day).isSigned()).isTrue();
        assertThat(refused(settle.explain(FINANCE, unreadable.id(), "又一次"))).containsExactly("refusal.day-signed-off");
        assertThat(days.signatures(Customers.staff(Role.AUDITOR), day))
                .hasSize(1)
                .allSatisfy(one -> {
                    assertThat(one.paidFen()).isEqualTo(20_000);
                    assertThat(one.note()).isEqualTo("已核对");
                });
        assertThat(days.notes(FINANCE, day)).hasSize(1);
        assertPromisesAreKept();
    }

    @Test
    void very_many_differences_get_their_exceptions_in_batches_and_a_crash_between_them_loses_and_doubles_none() {
        var day = LocalDate.of(2026, 3, 5);
        var rows = IntStream.range(0, 199)
                .mapToObj(at -> paid("MANY" + at, "42many" + at, 20_000 + at, 0, at(day, 9, 0)))
                .toList();
        WECHAT_BILLS.read(day, rows);
        nothing(ALIPAY_BILLS, day);
        crashAt(150);
        try {
            startDays.start(day);
            await().until(() -> held() == 100);
            await().until(() -> jdbc.sql("select count(*) from effect where topic = 'open-differences' and"
                                    + " business_key = ? and outcome = 'UNKNOWN'")
                            .param(day.toString())
                            .query(Long.class)
                            .single()
                    == 1);
            assertThat(held()).as("the broken batch left nothing").isEqualTo(100);
        } finally {
            jdbc.sql("drop trigger crash on payment_exception").update();
        }
        item("sign-off-day", day);
        assertThat(held()).isEqualTo(199);
        assertThat(jdbc.sql("select count(distinct exception_id) from reconciliation_difference where bill_day = ?")
                        .param(day)
                        .query(Long.class)
                        .single())
                .isEqualTo(199);
        assertThat(jdbc.sql("select count(*) from work_item w join payment_exception e on w.business_key ="
                                + " cast(e.id as varchar) where e.number like 'MANY%' and w.kind = 'decide-exception'")
                        .query(Long.class)
                        .single())
                .as("one owner each")
                .isEqualTo(199);
        assertPromisesAreKept();
    }

    private long held() {
        return jdbc.sql("select count(*) from payment_exception where number like 'MANY%' and kind = 'CHANNEL_ONLY'")
                .query(Long.class)
                .single();
    }

    /** The database breaks while it takes in the exception after so many. */
    private void crashAt(int exceptions) {
        jdbc.sql("create or replace function crash() returns trigger as $$ begin"
                        + " if (select count(*) from payment_exception where number like 'MANY%') >= " + exceptions
                        + " then raise exception 'the lights go out'; end if; return new; end $$ language plpgsql")
                .update();
        jdbc.sql("create trigger crash before insert on payment_exception for each row execute function crash()")
                .update();
    }

    @Test
    void only_finance_signs_and_explains_and_customer_service_sees_nothing() {
        var day = LocalDate.of(2026, 3, 10);
        nothing(WECHAT_BILLS, day);
        nothing(ALIPAY_BILLS, day);
        startDays.start(day);
        var signature = item("sign-off-day", day);
        assertThatThrownBy(() -> settle.signOff(SUPERVISOR, signature, "")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> settle.explain(Customers.staff(Role.AUDITOR), UUID.randomUUID(), "x"))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> days.one(Customers.staff(Role.CUSTOMER_SERVICE), day))
                .isInstanceOf(NotAllowed.class);
        accepted(settle.signOff(FINANCE, signature, ""));
    }

    @Test
    void rows_that_come_late_open_a_signed_day_again() {
        var day = LocalDate.of(2026, 3, 20);
        nothing(WECHAT_BILLS, day);
        nothing(ALIPAY_BILLS, day);
        startDays.start(day);
        accepted(settle.signOff(FINANCE, item("sign-off-day", day), ""));

        WECHAT_BILLS.read(day, List.of(paid("LATE1", "42late1", 20_000, 0, at(day, 23, 59))));
        timer("await-late-rows", day);
        var again = item("sign-off-day", day);
        assertThat(seen(day).isSigned()).isFalse();
        assertThat(seen(day).reopened()).isEqualTo(1);
        accepted(settle.signOff(FINANCE, again, "迟到账目已有差异单"));
        assertThat(days.signatures(FINANCE, day)).hasSize(2);

        timer("await-late-rows", day);
        await().until(() -> seen(day).rounds() == 3);
        await().until(() -> !standsAtTimer(day).isEmpty());
        assertThat(seen(day).isSigned()).as("nothing new came").isTrue();
        timer("await-late-rows", day);
        await().until(() -> engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(day.toString())
                .list()
                .isEmpty());
        assertThat(seen(day).isSigned()).isTrue();
        assertPromisesAreKept();
    }

    private List<String> standsAtTimer(LocalDate day) {
        return engine.createProcessInstanceQuery().processInstanceBusinessKey(day.toString()).list().stream()
                .flatMap(instance -> engine.getActiveActivityIds(instance.getId()).stream())
                .filter("await-late-rows"::equals)
                .toList();
    }

    @Test
    void a_bill_that_never_comes_ends_at_a_person_and_is_a_difference_of_its_day() {
        var day = LocalDate.of(2026, 4, 1);
        nothing(ALIPAY_BILLS, day);
        startDays.start(day);
        timer("await-bill", day);
        WECHAT_BILLS.put(day, null, null, List.of());
        timer("await-bill", day);
        var last = awaitTimer("await-bill", day);
        clock.shift(Duration.ofHours(25));
        jobs.executeJob(last);

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

package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yanqi.app.money.PreparedBills.at;
import static org.yanqi.app.money.PreparedBills.paid;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yanqi.app.renewal.Customers;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.payment.ExceptionKind;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.reconciliation.Difference;
import org.yanqi.process.record.Role;

/** A day of reconciliation from its bills to finance's signature. */
class ReconciliationTest extends WithReconciliation {
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
        fire(timer(day.toString(), "await-late-rows"));
        var again = item("sign-off-day", day);
        assertThat(seen(day).isSigned()).isFalse();
        assertThat(seen(day).reopened()).isEqualTo(1);
        accepted(settle.signOff(FINANCE, again, "迟到账目已有差异单"));
        assertThat(days.signatures(FINANCE, day)).hasSize(2);

        fire(timer(day.toString(), "await-late-rows"));
        await().until(() -> seen(day).rounds() == 3);
        await().until(() -> !standsAtTimer(day).isEmpty());
        assertThat(seen(day).isSigned()).as("nothing new came").isTrue();
        fire(timer(day.toString(), "await-late-rows"));
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
}

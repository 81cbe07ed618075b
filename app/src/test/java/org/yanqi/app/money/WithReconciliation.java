package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.yanqi.app.web.Invariants;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.DailyBills.Bill;
import org.yanqi.process.payment.reconciliation.Difference;
import org.yanqi.process.payment.reconciliation.ReconciledDay;
import org.yanqi.process.payment.reconciliation.ReconciledDays;
import org.yanqi.process.payment.reconciliation.SettleDay;
import org.yanqi.process.payment.reconciliation.StartDays;

/** Days of reconciliation with the real model and workers, against bills that a test lays out; each test has a day of its own. */
@Import(WithReconciliation.Bills.class)
@TestPropertySource(properties = "yanqi.reconciliation.catch-up-days=3")
abstract class WithReconciliation extends WithMoney {
    static final PreparedBills WECHAT_BILLS = new PreparedBills(Channel.WECHAT);
    static final PreparedBills ALIPAY_BILLS = new PreparedBills(Channel.ALIPAY);

    @Autowired
    StartDays startDays;

    @Autowired
    ReconciledDays days;

    @Autowired
    SettleDay settle;

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

    static void nothing(PreparedBills bills, LocalDate day) {
        bills.put(day, Bill.State.EMPTY, null, List.of());
    }

    /** The model's own pauses take some seconds. */
    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }

    UUID item(String kind, LocalDate day) {
        return await().until(() -> items.open(kind, day.toString()), Optional::isPresent)
                .orElseThrow()
                .id();
    }

    List<Difference> differences(LocalDate day) {
        return days.differences(FINANCE, day, 0, 100).stream()
                .filter(one -> one.state() != Difference.State.RESOLVED)
                .toList();
    }

    ReconciledDay seen(LocalDate day) {
        return days.one(FINANCE, day);
    }

    void assertPromisesAreKept() {
        assertThat(invariants.check().broken().stream().map(Invariants.Broken::name))
                .noneMatch(name -> name.startsWith("reconciliation") || name.startsWith("payment-exception"));
    }
}

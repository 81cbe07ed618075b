package org.yanqi.process.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.payment.port.DailyBills;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.signal.Signals;

/** Which days are taken up when somebody looks. */
class StartDaysTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final DayStore days = mock(DayStore.class);
    private final List<LocalDate> taken = new ArrayList<>();

    @BeforeEach
    void nothing_was_taken_up() {
        when(days.latest()).thenReturn(Optional.empty());
        when(days.firstPayment()).thenReturn(Optional.empty());
        when(days.takeUp(any())).thenAnswer(call -> taken.add(call.getArgument(0)));
    }

    @SuppressWarnings("unchecked")
    private List<LocalDate> lookAt(int hour, int minute) {
        var at = LocalDateTime.of(TODAY, LocalTime.of(hour, minute))
                .atZone(Shanghai.ZONE)
                .toInstant();
        new StartDays(
                        days,
                        (ObjectProvider<DailyBills>) mock(ObjectProvider.class),
                        mock(Signals.class),
                        mock(AppendToRecord.class),
                        new ReconciliationSettings(true, LocalTime.of(10, 10), Duration.ofDays(1), 3, 1, 5),
                        mock(PlatformTransactionManager.class),
                        Clock.fixed(at, ZoneOffset.UTC))
                .startDue();
        return taken;
    }

    @Test
    void yesterday_is_taken_up_from_ten_past_ten_in_china() {
        assertThat(lookAt(10, 10)).containsExactly(TODAY.minusDays(1));
    }

    @Test
    void before_ten_past_ten_yesterdays_bills_cannot_be_had() {
        when(days.latest()).thenReturn(Optional.of(TODAY.minusDays(3)));
        assertThat(lookAt(10, 9)).containsExactly(TODAY.minusDays(2));
    }

    @Test
    void days_that_were_missed_follow_in_their_order() {
        when(days.latest()).thenReturn(Optional.of(TODAY.minusDays(4)));
        assertThat(lookAt(12, 0)).containsExactly(TODAY.minusDays(3), TODAY.minusDays(2), TODAY.minusDays(1));
    }

    @Test
    void a_house_begins_with_the_day_of_its_first_payment() {
        when(days.firstPayment()).thenReturn(Optional.of(TODAY.minusDays(3)));
        assertThat(lookAt(12, 0)).containsExactly(TODAY.minusDays(3), TODAY.minusDays(2), TODAY.minusDays(1));
    }

    @Test
    void no_more_days_are_caught_up_than_channels_keep_bills() {
        when(days.latest()).thenReturn(Optional.of(TODAY.minusDays(40)));
        assertThat(lookAt(12, 0)).hasSize(5).startsWith(TODAY.minusDays(5));
    }
}

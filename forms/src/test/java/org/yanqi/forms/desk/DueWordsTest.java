package org.yanqi.forms.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.yanqi.forms.component.Texts;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.calendar.WorkingDays;
import org.yanqi.process.worklist.WorkItemState;

/** How deadlines read: late in red, today in amber, else the working days left. */
class DueWordsTest {
    /** A quarter past midnight in Shanghai, still the day before in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-22T16:15:00Z");

    private final WorkingDays days = mock(WorkingDays.class);
    private final DueWords due = new DueWords(days, Clock.fixed(NOW, ZoneOffset.UTC));

    private DueWords.Words words(String at, WorkItemState state) {
        return due.of(Items.item(1, "decide-exception", "finance", state, null, Instant.parse(at)), Texts.CHINESE);
    }

    @Test
    void counts_working_days_that_are_left() {
        when(days.between(any(), any())).thenReturn(2);
        assertThat(words("2026-11-25T15:59:59Z", WorkItemState.OPEN))
                .isEqualTo(new DueWords.Words("还有 2 个工作日", Tone.NEUTRAL));
    }

    @Test
    void warns_of_what_is_due_today_in_shanghai() {
        assertThat(words("2026-11-23T15:59:59Z", WorkItemState.CLAIMED).tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void alarms_when_the_deadline_has_passed() {
        when(days.between(any(), any())).thenReturn(1);
        assertThat(words("2026-11-20T15:59:59Z", WorkItemState.OPEN))
                .isEqualTo(new DueWords.Words("逾期 1 个工作日", Tone.DANGER));
    }

    @Test
    void what_is_done_is_never_late() {
        assertThat(words("2026-11-20T15:59:59Z", WorkItemState.DONE).tone()).isEqualTo(Tone.NEUTRAL);
    }
}

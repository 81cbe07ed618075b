package org.yanqi.forms.desk;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Texts;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.reconciliation.Difference;
import org.yanqi.process.payment.reconciliation.ReconciledDay;
import org.yanqi.process.payment.reconciliation.ReconciledDays;
import org.yanqi.process.payment.reconciliation.SettleDay;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.WorkItem;
import org.yanqi.process.worklist.WorkItemState;

/** The form in which finance signs a day off, and the list of what differs. */
class SignOffDayTest {
    private static final String I18N = "vaadin.i18n.provider";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Actor FINANCE = Items.actor("caiwu", Role.FINANCE);

    private final ReconciledDays days = mock(ReconciledDays.class);
    private final SettleDay settle = mock(SettleDay.class);
    private boolean done;

    @BeforeEach
    void open() {
        System.setProperty(I18N, Texts.class.getName());
        MockVaadin.setup();
        UI.getCurrent().setLocale(Texts.CHINESE);
        when(days.one(any(), any())).thenReturn(new ReconciledDay(DAY, false, 1, 0, null, null, 1, 1, List.of()));
        when(days.differences(any(), any(), anyInt(), anyInt()))
                .thenReturn(List.of(difference("2/2 45000/20000 0/0 1/1")));
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
        System.clearProperty(I18N);
    }

    private static Difference difference(@Nullable String details) {
        return new Difference(
                Items.id(1),
                DAY,
                Channel.WECHAT,
                Difference.Kind.TOTALS_DIFFER,
                null,
                Difference.State.OPEN,
                Instant.EPOCH,
                null,
                null,
                null,
                45_000L,
                20_000L,
                null,
                null,
                details,
                null,
                null,
                null,
                null,
                null);
    }

    private void form() {
        var item = new WorkItem(
                Items.id(2),
                "sign-off-day",
                "desk/sign-off-day",
                "finance",
                WorkItemState.OPEN,
                DAY.toString(),
                null,
                null,
                null,
                "对账 2026-11-24",
                null,
                null,
                Instant.EPOCH,
                null,
                false,
                null,
                null,
                null);
        UI.getCurrent()
                .add(new SignOffDay(new ItemContext(FINANCE, item, null, () -> done = true, () -> {}), days, settle));
    }

    @Test
    void a_day_with_an_unsettled_difference_is_not_signed_off() {
        when(settle.signOff(any(), any(), any()))
                .thenReturn(Outcome.refused(Refusal.of("refusal.differences-unsettled", "1")));
        form();
        _click(_get(Button.class, spec -> spec.withId("submit")));
        assertThat(_get(ErrorSummary.class).isVisible()).isTrue();
        assertThat(done).isFalse();
    }

    @Test
    void a_settled_day_is_signed_off_with_its_note() {
        when(settle.signOff(any(), any(), any())).thenReturn(Outcome.accepted(DAY));
        form();
        _setValue(_get(TextArea.class, spec -> spec.withId("note")), "已核对");
        _click(_get(Button.class, spec -> spec.withId("submit")));
        verify(settle).signOff(FINANCE, Items.id(2), "已核对");
        assertThat(done).isTrue();
    }

    @Test
    void a_difference_is_explained_where_it_stands() {
        when(settle.explain(any(), any(), any())).thenReturn(Outcome.accepted(DAY));
        form();
        _click(_get(Button.class, spec -> spec.withClasses("explain")));
        _setValue(_get(TextArea.class, spec -> spec.withId("dialog-reason")), "渠道测试");
        _click(_get(Button.class, spec -> spec.withId("dialog-yes")));
        verify(settle).explain(FINANCE, Items.id(1), "渠道测试");
    }

    @Test
    void an_auditor_reads_and_explains_nothing() {
        UI.getCurrent().add(new DayDifferences(Items.actor("shenji", Role.AUDITOR), DAY, days, settle, () -> {}));
        assertThat(_find(Button.class, spec -> spec.withClasses("explain"))).isEmpty();
    }

    @Test
    void only_the_sums_that_differ_are_told() {
        assertThat(DayWords.details(difference("2/2 45000/20000 0/0 1/1"), Texts.CHINESE))
                .isEqualTo("收款：账单 ¥450.00，实际 ¥200.00");
    }
}

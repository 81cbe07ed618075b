package org.yanqi.forms.desk;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yanqi.forms.component.Broadcaster;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Texts;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.calendar.WorkingDays;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.ExceptionKind;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.PaymentExceptions;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.ClaimWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;
import org.yanqi.process.worklist.WorkItemQuery.Whose;
import org.yanqi.process.worklist.WorkItemState;

/** The queue and the forms of work items, against faces that answer with sample data. */
class DeskScreensTest {
    private static final String I18N = "vaadin.i18n.provider";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);
    private static final Actor FINANCE = Items.actor("caiwu", Role.FINANCE);

    private final SearchWorkItems search = mock(SearchWorkItems.class);
    private final ClaimWorkItem claim = mock(ClaimWorkItem.class);
    private final PaymentExceptions exceptions = mock(PaymentExceptions.class);
    private boolean done;

    @BeforeEach
    void open() {
        System.setProperty(I18N, Texts.class.getName());
        MockVaadin.setup();
        UI.getCurrent().setLocale(Texts.CHINESE);
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
        System.clearProperty(I18N);
    }

    private WorkbenchView workbench(Actor actor) {
        var current = mock(CurrentActor.class);
        when(current.actor()).thenReturn(actor);
        var view = new WorkbenchView(
                current,
                search,
                new WorkActions(claim, mock(Accounts.class)),
                new ExportWorkItems(search, mock(AppendToRecord.class)),
                new DueWords(mock(WorkingDays.class), CLOCK),
                CLOCK,
                new Broadcaster());
        UI.getCurrent().add(view);
        return view;
    }

    private static WorkItem free(long number) {
        return Items.item(number, "decide-exception", "finance", WorkItemState.OPEN, null, CLOCK.instant());
    }

    private static WorkItem taken(long number, String by) {
        return Items.item(number, "decide-exception", "finance", WorkItemState.CLAIMED, by, CLOCK.instant());
    }

    private void finds(SearchWorkItems.Page page) {
        when(search.search(any(), any(), any(), anyInt())).thenReturn(page);
    }

    @Test
    void the_queue_leaves_out_the_steps_that_customers_do_themselves() {
        finds(new SearchWorkItems.Page(List.of(free(1)), null, 1));
        workbench(Items.actor("zhuguan", Role.SUPERVISOR));
        verify(search, atLeastOnce())
                .search(
                        any(),
                        argThat(query -> query.groups().equals(Set.of("customer-service", "finance", "supervisor"))),
                        isNull(),
                        anyInt());
    }

    @Test
    void more_is_loaded_from_where_the_page_ended() {
        finds(new SearchWorkItems.Page(List.of(free(1)), "here", 2));
        workbench(FINANCE);
        when(search.search(any(), any(), eq("here"), anyInt()))
                .thenReturn(new SearchWorkItems.Page(List.of(free(2)), null, 2));
        _click(_get(Button.class, spec -> spec.withId("load-more")));
        assertThat(_get(WorkRows.class).shown()).extracting(WorkItem::id).containsExactly(Items.id(1), Items.id(2));
        assertThat(_find(Button.class, spec -> spec.withId("load-more"))).isEmpty();
    }

    @Test
    void a_counter_narrows_the_list_to_what_it_counts() {
        finds(new SearchWorkItems.Page(List.of(free(1)), null, 1));
        workbench(FINANCE);
        clearInvocations(search);
        _click(_get(Button.class, spec -> spec.withId("counter-finance-overdue")));
        verify(search)
                .search(
                        any(),
                        argThat(query -> CLOCK.instant().equals(query.dueBefore())
                                && query.whose() == Whose.ANY
                                && query.groups().equals(Set.of("finance"))),
                        isNull(),
                        anyInt());
    }

    @Test
    void of_what_is_marked_only_what_is_free_is_claimed() {
        finds(new SearchWorkItems.Page(List.of(free(1), taken(2, "other")), null, 2));
        when(claim.claim(any(), any())).thenReturn(Outcome.accepted(taken(1, "caiwu")));
        workbench(FINANCE);
        var rows = _get(WorkRows.class);
        rows.asMultiSelect().select(rows.shown());
        _click(_get(Button.class, spec -> spec.withId("batch-claim")));
        verify(claim).claim(FINANCE, Items.id(1));
        verify(claim, never()).claim(FINANCE, Items.id(2));
    }

    @Test
    void nobody_hands_over_the_work_of_a_colleague_but_a_supervisor() {
        assertThat(WorkActions.mayMove(FINANCE, taken(1, "other"))).isFalse();
        assertThat(WorkActions.mayMove(FINANCE, taken(1, "caiwu"))).isTrue();
        assertThat(WorkActions.mayMove(Items.actor("zhuguan", Role.SUPERVISOR), taken(1, "other")))
                .isTrue();
    }

    private ItemForm show(String kind, Actor actor) {
        var exception = new PaymentException(
                Items.id(1001),
                ExceptionKind.AMOUNT_DIFFERS,
                PaymentException.State.DECIDED,
                null,
                null,
                null,
                Channel.WECHAT,
                "P202611250001",
                "4200001",
                45_100,
                45_000L,
                CLOCK.instant(),
                null,
                "{}",
                CLOCK.instant(),
                "refund",
                "zhuguan",
                null,
                "多付一元",
                100,
                null,
                null);
        when(exceptions.one(any(), any())).thenReturn(exception);
        var item = Items.item(1, kind, "supervisor", WorkItemState.OPEN, null, CLOCK.instant());
        var context = new ItemContext(actor, item, null, () -> done = true, () -> {});
        var form = kind.startsWith("approve")
                ? new ApproveDecision(context, exceptions)
                : new DecideException(context, exceptions);
        UI.getCurrent().add(form);
        return form;
    }

    @Test
    void whoever_decided_is_told_why_they_may_not_approve() {
        show("approve-refund", Items.actor("zhuguan", Role.SUPERVISOR));
        assertThat(_find(Button.class, spec -> spec.withId("submit"))).isEmpty();
        assertThat(_get(Callout.class)
                        .getChildren()
                        .findFirst()
                        .orElseThrow()
                        .getElement()
                        .getText())
                .isEqualTo("不能复核自己的处理意见");
    }

    @Test
    void another_supervisor_approves() {
        var other = Items.actor("fuzhuguan", Role.SUPERVISOR);
        show("approve-refund", other);
        when(exceptions.approve(any(), any(), eq(true), any())).thenReturn(Outcome.accepted(mock()));
        _click(_get(Button.class, spec -> spec.withId("submit")));
        verify(exceptions).approve(other, Items.id(1), true, "");
        assertThat(done).isTrue();
    }

    @Test
    void a_decision_wants_to_be_chosen_before_it_is_sent() {
        show("decide-exception", FINANCE);
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "多付一元");
        _click(_get(Button.class, spec -> spec.withId("submit")));
        verify(exceptions, never()).decide(any(), any(), any(), any());
        assertThat(_get(ErrorSummary.class).isVisible()).isTrue();
        assertThat(done).isFalse();
    }

    @Test
    void nothing_is_handed_over_without_a_colleague_and_a_reason() {
        var asked = new boolean[1];
        new TransferDialog(List.of(free(1)), List.of(), (to, reason) -> asked[0] = true).open();
        _click(_get(Button.class, spec -> spec.withId("dialog-yes")));
        assertThat(asked[0]).isFalse();
        assertThat(_get(TextArea.class, spec -> spec.withId("dialog-reason")).isInvalid())
                .isTrue();
    }
}

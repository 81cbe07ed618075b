package org.yanqi.forms.desk;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Texts;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.ApproveSettlement;
import org.yanqi.process.rekey.Rekey;
import org.yanqi.process.rekey.RekeyStage;
import org.yanqi.process.rekey.Rekeys;
import org.yanqi.process.rekey.SettleRekey;
import org.yanqi.process.worklist.WorkItemState;

/** Giving up keeps a paid certificate owed, and settling it for good shows a second person what was agreed (R6). */
class SettlementScreensTest {
    private static final String I18N = "vaadin.i18n.provider";
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private final ApproveSettlement settlements = mock(ApproveSettlement.class);

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

    private static Rekey rekey(@Nullable Instant givenUp) {
        return new Rekey(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                RekeyStage.WAITING_FOR_KEY,
                null,
                null,
                null,
                givenUp,
                NOW);
    }

    private ApproveItemSettlement approval(Actor actor) {
        var item = Items.item(1, "approve-settlement", "supervisor", WorkItemState.OPEN, null, NOW);
        when(settlements.proposal(any(), any()))
                .thenReturn(new ApproveSettlement.Proposal(rekey(null), "kefu", "已在柜台换发新锁"));
        var form = new ApproveItemSettlement(new ItemContext(actor, item, null, () -> {}, () -> {}), settlements);
        UI.getCurrent().add(form);
        return form;
    }

    @Test
    void a_supervisor_sees_what_was_agreed_and_declining_needs_words() {
        when(settlements.approve(any(), any(), anyBoolean(), any()))
                .thenReturn(Outcome.refused(Refusal.at("reason", "refusal.reason-missing")));
        var form = approval(Items.actor("zhuguan", Role.SUPERVISOR));
        assertThat(form.getElement().getTextRecursively()).contains("也不退款", "已在柜台换发新锁", "kefu");
        _click(_get(form, Button.class, spec -> spec.withId("decline")));
        verify(settlements).approve(any(), any(), eq(false), any());
        assertThat(_get(form, ErrorSummary.class).isVisible()).isTrue();
    }

    @Test
    void whoever_decided_sees_no_buttons() {
        var form = approval(Items.actor("kefu", Role.SUPERVISOR));
        assertThat(_find(form, Button.class, spec -> spec.withId("submit"))).isEmpty();
        assertThat(_find(form, Button.class, spec -> spec.withId("decline"))).isEmpty();
    }

    @Test
    void customer_service_sees_that_it_was_given_up_and_may_keep_it_owed() {
        var item = Items.item(2, "settle-rekey-failure", "customer-service", WorkItemState.OPEN, null, NOW);
        var rekeys = mock(Rekeys.class);
        when(rekeys.one(any(), any())).thenReturn(rekey(NOW));
        var form = new SettleFailure(
                new ItemContext(Items.actor("kefu", Role.CUSTOMER_SERVICE), item, null, () -> {}, () -> {}),
                rekeys,
                mock(SettleRekey.class),
                Clock.systemUTC());
        UI.getCurrent().add(form);
        assertThat(form.getElement().getTextRecursively()).contains("客户放弃，仍待更新");
        @SuppressWarnings("unchecked")
        var outcome =
                (RadioButtonGroup<String>) _find(form, RadioButtonGroup.class).get(0);
        assertThat(outcome.getListDataView().getItems().toList())
                .containsExactly("retry", "unlock", "defer", "keep-owed", "settle");
    }
}

package org.yanqi.forms.desk;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yanqi.forms.component.Texts;
import org.yanqi.forms.sample.Samples;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.KeyRecoveries;
import org.yanqi.process.certificate.KeyRecovery;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.WorkItemState;

/** The recovery of an encryption key on the page of its certificate and on the supervisor's desk. */
class KeyRecoveryScreensTest {
    private static final String I18N = "vaadin.i18n.provider";
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Actor DESK = Items.actor("kefu", Role.CUSTOMER_SERVICE);

    private final KeyRecoveries recoveries = mock(KeyRecoveries.class);
    private final Certificates certificates = mock(Certificates.class);
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

    @Test
    void customer_service_asks_with_a_reason() {
        when(recoveries.ofCertificate(any(), any())).thenReturn(List.of());
        when(recoveries.ask(any(), any(), any())).thenReturn(Outcome.accepted(recovery(KeyRecovery.State.ASKED, null)));
        UI.getCurrent().add(new RecoverKey(DESK, recoveries, Samples.MAIN.id()));
        _click(_get(Button.class, spec -> spec.withId("ask-recovery")));
        _setValue(_get(TextArea.class, spec -> spec.withId("dialog-reason")), "锁丢失");
        _click(_get(Button.class, spec -> spec.withId("dialog-yes")));
        verify(recoveries).ask(DESK, Samples.MAIN.id(), "锁丢失");
    }

    @Test
    void a_recovered_key_can_be_downloaded_by_those_who_serve_and_is_only_listed_for_the_auditor() {
        when(recoveries.ofCertificate(any(), any()))
                .thenReturn(List.of(
                        recovery(KeyRecovery.State.RECOVERED, "zhuguan"),
                        recovery(KeyRecovery.State.REFUSED, "zhuguan")));
        UI.getCurrent().add(new RecoverKey(DESK, recoveries, Samples.MAIN.id()));
        assertThat(_find(Anchor.class, spec -> spec.withId("download-envelope")))
                .hasSize(1);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new RecoverKey(Items.actor("shenji", Role.AUDITOR), recoveries, Samples.MAIN.id()));
        assertThat(_find(Anchor.class, spec -> spec.withId("download-envelope")))
                .isEmpty();
        assertThat(_find(Button.class, spec -> spec.withId("ask-recovery"))).isEmpty();
    }

    @Test
    void another_supervisor_approves() {
        var supervisor = Items.actor("zhuguan", Role.SUPERVISOR);
        approval(supervisor);
        when(recoveries.decide(any(), any(), anyBoolean(), any()))
                .thenReturn(Outcome.accepted(recovery(KeyRecovery.State.APPROVED, "zhuguan")));
        _click(_get(Button.class, spec -> spec.withId("submit")));
        verify(recoveries).decide(supervisor, Items.id(1), true, "");
        assertThat(done).isTrue();
    }

    @Test
    void whoever_asked_is_told_why_they_may_not_approve() {
        approval(Items.actor("kefu", Role.SUPERVISOR));
        assertThat(_find(Button.class, spec -> spec.withId("submit"))).isEmpty();
    }

    private void approval(Actor actor) {
        when(recoveries.one(any(), any())).thenReturn(recovery(KeyRecovery.State.ASKED, null));
        when(certificates.one(any(), any())).thenReturn(Samples.MAIN);
        var item = Items.item(1, "approve-key-recovery", "supervisor", WorkItemState.OPEN, null, NOW);
        UI.getCurrent()
                .add(new ApproveKeyRecovery(
                        new ItemContext(actor, item, null, () -> done = true, () -> {}), recoveries, certificates));
    }

    private static KeyRecovery recovery(KeyRecovery.State state, @Nullable String decidedBy) {
        return new KeyRecovery(
                Items.id(7), Samples.MAIN.id(), state, "锁丢失", "kefu", NOW, decidedBy, null, null, null, null);
    }
}

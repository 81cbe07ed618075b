package org.yanqi.forms.desk;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
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
import com.vaadin.flow.component.textfield.TextArea;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Texts;
import org.yanqi.forms.sample.Samples;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.Revocation;
import org.yanqi.process.certificate.RevokeCertificate;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.certificate.port.CertificateAuthority.RevocationList;
import org.yanqi.process.certificate.port.CertificateAuthority.Standing;
import org.yanqi.process.certificate.port.CertificateAuthority.State;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.WorkItemState;

/** Revoking by two persons at the desk, and what the authority says. */
class RevocationScreensTest {
    private static final String I18N = "vaadin.i18n.provider";
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private final RevokeCertificate revocations = mock(RevokeCertificate.class);
    private final Certificates certificates = mock(Certificates.class);
    private final CertificateAuthority authority = mock(CertificateAuthority.class);

    @BeforeEach
    void open() {
        System.setProperty(I18N, Texts.class.getName());
        MockVaadin.setup();
        UI.getCurrent().setLocale(Texts.CHINESE);
        when(certificates.one(any(), any())).thenReturn(Samples.MAIN);
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
        System.clearProperty(I18N);
    }

    private ApproveRevocation form(Actor actor) {
        var item = Items.item(1, "approve-revocation", "supervisor", WorkItemState.OPEN, null, NOW);
        when(revocations.one(any(), any()))
                .thenReturn(new Revocation(
                        UUID.fromString(item.businessKey()),
                        Samples.MAIN.id(),
                        Samples.MAIN.organisation(),
                        Reason.KEY_COMPROMISE,
                        "客户报失",
                        Revocation.State.ASKED,
                        "kefu",
                        NOW,
                        null,
                        null,
                        null,
                        null));
        var form = new ApproveRevocation(
                new ItemContext(actor, item, null, () -> {}, () -> {}), revocations, certificates);
        UI.getCurrent().add(form);
        return form;
    }

    @Test
    void a_supervisor_sees_cause_and_reason_and_declining_needs_words() {
        when(revocations.decide(any(), any(), anyBoolean(), any()))
                .thenReturn(Outcome.refused(Refusal.at("reason", "refusal.reason-missing")));
        var form = form(Items.actor("zhuguan", Role.SUPERVISOR));
        assertThat(form.getElement().getTextRecursively()).contains("密钥泄露或锁遗失", "客户报失", "kefu");
        _click(_get(form, Button.class, spec -> spec.withId("decline")));
        verify(revocations).decide(any(), any(), eq(false), any());
        assertThat(_get(form, ErrorSummary.class).isVisible()).isTrue();
    }

    @Test
    void whoever_asked_sees_no_buttons() {
        var form = form(Items.actor("kefu", Role.SUPERVISOR));
        assertThat(form.getElement().getTextRecursively()).contains("不能复核自己提出的申请");
        assertThat(_find(form, Button.class, spec -> spec.withId("submit"))).isEmpty();
        assertThat(_find(form, Button.class, spec -> spec.withId("decline"))).isEmpty();
    }

    @Test
    void asking_hands_in_cause_and_reason() {
        when(revocations.ask(any(), any(), any(), any()))
                .thenReturn(Outcome.refused(Refusal.of("refusal.revocation-under-way")));
        var actor = Items.actor("kefu", Role.CUSTOMER_SERVICE);
        var dialog = AskRevocation.dialog(actor, Samples.MAIN.id(), revocations, () -> {});
        dialog.open();
        @SuppressWarnings("unchecked")
        var cause = (RadioButtonGroup<Reason>) _find(RadioButtonGroup.class).get(0);
        cause.setValue(Reason.KEY_COMPROMISE);
        _setValue(_get(TextArea.class, spec -> spec.withId("dialog-reason")), "客户报失");
        _click(_get(Button.class, spec -> spec.withId("dialog-yes")));
        verify(revocations).ask(actor, Samples.MAIN.id(), Reason.KEY_COMPROMISE, "客户报失");
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void the_authoritys_answer_is_shown_and_its_silence_is_not_taken_for_good() throws Exception {
        var card = new StandingCard(Samples.MAIN, authority);
        UI.getCurrent().add(card);
        when(authority.standing(any()))
                .thenReturn(new Standing(
                        State.REVOKED,
                        NOW,
                        NOW,
                        Reason.SUPERSEDED,
                        new RevocationList(BigInteger.valueOf(42), NOW, NOW.plusSeconds(604800)),
                        List.of()));
        _click(_get(card, Button.class, spec -> spec.withId("ask-standing")));
        assertThat(card.getElement().getTextRecursively()).contains("已吊销", "被新证书替换", "42", "2026-11-29");
        when(authority.standing(any())).thenThrow(new CertificateAuthority.NoAnswer("down", new IOException()));
        _click(_get(card, Button.class, spec -> spec.withId("ask-standing")));
        assertThat(card.getElement().getTextRecursively()).contains("没有答复").doesNotContain("42");
    }
}

package org.yanqi.forms.portal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.yanqi.forms.component.AgentAddress;
import org.yanqi.forms.component.AgentProgram;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.KeyAgent;
import org.yanqi.forms.component.KeyDoor;
import org.yanqi.forms.component.LifeLine;
import org.yanqi.forms.component.TermChart;
import org.yanqi.forms.sample.Preview;
import org.yanqi.forms.sample.SampleHouse;
import org.yanqi.forms.sample.Samples;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.record.Actor;
import org.yanqi.process.rekey.OpenBidChoices;
import org.yanqi.process.rekey.PlatformAnswer;
import org.yanqi.process.rekey.PlatformAnswer.Said;
import org.yanqi.process.signin.TakeSignIn;

/** The page of a certificate, what can be done about open bids, and the door for keys, against faces that answer with sample data. */
@SpringBootTest(classes = Preview.class)
@ContextConfiguration(initializers = Preview.Faces.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class CertificateScreensTest {
    private static final Routes ROUTES = new Routes().autoDiscoverViews("org.yanqi.forms");
    private static final Actor HOLDER = Actor.system("test");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SampleHouse house;

    private final OpenBidChoices choices = mock(OpenBidChoices.class);
    private final KeyDoor door = mock(KeyDoor.class);

    @BeforeEach
    void open() {
        MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, context, UI::new));
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }

    @Test
    void the_life_of_a_certificate_is_a_line_and_its_terms_are_bars_with_a_table_behind() {
        UI.getCurrent().navigate("certificates/" + Samples.MAIN.id());
        assertThat(words(_get(LifeLine.class))).contains("签发", "被新证书替换", "更新完成", "到期");
        var chart = _get(TermChart.class);
        assertThat(chart.getElement().getChild(0).getAttribute("aria-hidden")).isEqualTo("true");
        assertThat(_find(chart, NativeTableRow.class)).hasSizeGreaterThanOrEqualTo(Samples.TERMS.size());
        assertThat(words(chart)).contains("沈阳市公共资源平台", "赠送", "2027-12-20");
    }

    @Test
    void an_old_encryption_key_is_shown_as_one_that_only_opens_old_files() {
        UI.getCurrent().navigate("certificates/" + Samples.MAIN.id());
        assertThat(words(_get(CertificateView.class))).contains("旧的加密密钥仍保留在锁内", "旧证书", "0fe2");
    }

    private PutOff putOff(boolean waiting, boolean held, List<PlatformAnswer> said) {
        when(choices.answers(any(), any())).thenReturn(said);
        var panel = new PutOff(
                HOLDER, Samples.id(1), choices, context.getBean(Catalogue.class), waiting, false, held, moved -> {});
        UI.getCurrent().add(panel);
        return panel;
    }

    @Test
    void what_was_given_up_can_be_taken_up_again_at_no_charge() {
        when(choices.goOnEarlier(any(), any())).thenReturn(Outcome.refused(Refusal.of("refusal.wrong-state")));
        var panel = new PutOff(
                HOLDER, Samples.id(1), choices, context.getBean(Catalogue.class), true, true, false, moved -> {});
        UI.getCurrent().add(panel);
        assertThat(words(panel)).contains("重新开始更新", "不会再次收费");
        _click(_get(panel, Button.class, spec -> spec.withClasses("go-on-earlier")));
        verify(choices).goOnEarlier(HOLDER, Samples.id(1));
    }

    private static PlatformAnswer said(String platform, Said what, @Nullable String project) {
        return new PlatformAnswer(platform, what, project, null, Instant.EPOCH);
    }

    @Test
    void a_silent_platform_is_named_and_the_holder_can_declare_again() {
        when(choices.declareAgain(any(), any())).thenReturn(Outcome.refused(Refusal.of("refusal.wrong-state")));
        var panel = putOff(false, true, List.of(said("LN-JSGC", Said.UNKNOWN, null), said("SY-GGZY", Said.NONE, null)));
        assertThat(words(panel)).contains("辽宁建设工程信息网：没有答复").doesNotContain("沈阳市公共资源平台");
        _click(_get(panel, Button.class, spec -> spec.withClasses("declare-where-silent")));
        verify(choices).declareAgain(HOLDER, Samples.id(1));
        assertThat(_get(panel, ErrorSummary.class).isVisible()).isTrue();
    }

    @Test
    void an_open_bid_offers_the_remedy_and_no_declaration() {
        var panel = putOff(false, true, List.of(said("SY-GGZY", Said.OPEN, "沈阳地铁三号线")));
        assertThat(words(panel)).contains("沈阳地铁三号线", "重新生成、加密并上传");
        assertThat(_find(panel, Button.class, spec -> spec.withClasses("declare-where-silent")))
                .isEmpty();
    }

    @Test
    void an_update_can_be_put_off_until_a_day_and_gone_on_with_earlier() {
        when(choices.putOff(any(), any(), any())).thenReturn(Outcome.refused(Refusal.of("refusal.defer-too-far")));
        when(choices.goOnEarlier(any(), any())).thenReturn(Outcome.refused(Refusal.of("refusal.wrong-state")));
        var panel = putOff(false, false, List.of());
        _click(_get(panel, Button.class, spec -> spec.withClasses("put-off-until")));
        verify(choices, never()).putOff(any(), any(UUID.class), any());
        _setValue(_get(panel, DatePicker.class), LocalDate.of(2027, 3, 1));
        _click(_get(panel, Button.class, spec -> spec.withClasses("put-off-until")));
        verify(choices).putOff(HOLDER, Samples.id(1), LocalDate.of(2027, 3, 1));
        var waiting = putOff(true, false, List.of());
        _click(_get(waiting, Button.class, spec -> spec.withClasses("go-on-earlier")));
        verify(choices).goOnEarlier(HOLDER, Samples.id(1));
    }

    @Test
    void the_login_page_offers_the_key_beside_the_password() {
        doReturn(null).when(house.current).login();
        UI.getCurrent().navigate("login");
        assertThat(_find(LoginForm.class)).hasSize(1);
        assertThat(_find(SignInWithKey.class)).isEmpty();
        _click(_get(NativeButton.class, spec -> spec.withId("by-key")));
        assertThat(_find(SignInWithKey.class)).hasSize(1);
        assertThat(_find(LoginForm.class)).isEmpty();
    }

    private SignInWithKey door() {
        when(door.ticket(any())).thenReturn(Outcome.accepted("ticket"));
        when(door.entrance()).thenReturn("login/key");
        var panel = new SignInWithKey(door, context.getBean(AgentAddress.class), context.getBean(AgentProgram.class));
        UI.getCurrent().add(panel);
        return panel;
    }

    private static KeyAgent.News news(String type, @Nullable String state, @Nullable String code) {
        return new KeyAgent.News(type, "1.0.0", false, "sign-in", "", 0, state, code, -1, null, null);
    }

    @Test
    void a_challenge_is_asked_for_on_a_click_only_and_the_server_is_believed_not_the_page() {
        var panel = door();
        panel.heard(news("ready", null, null));
        verify(door, never()).ticket(any());
        _click(_get(panel, Button.class, spec -> spec.withId("sign-in-with-key")));
        panel.heard(news("ready", null, null));
        verify(door).ticket(any());
        when(door.look()).thenReturn(new TakeSignIn.Seen(TakeSignIn.Stand.REFUSED, "certificate-superseded"));
        panel.heard(news("job", "done", null));
        verify(door, never()).entrance();
        assertThat(words(panel)).contains("这张证书已被替换");
        when(door.look()).thenReturn(new TakeSignIn.Seen(TakeSignIn.Stand.PROVEN, null));
        panel.heard(news("job", "done", null));
        verify(door).entrance();
    }

    @Test
    void a_missing_an_old_and_a_refusing_agent_are_told_apart() {
        var panel = door();
        panel.heard(news("missing", null, null));
        assertThat(_find(panel, AgentTrouble.class)).hasSize(1);
        panel.heard(news("outdated", null, null));
        assertThat(words(panel)).contains("版本过旧");
        panel.heard(news("job", "failed", "status-unknown"));
        assertThat(words(panel)).contains("暂时无法确认证书状态");
        assertThat(_find(panel, Paragraph.class)).isNotEmpty();
    }
}

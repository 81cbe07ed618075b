package org.yanqi.forms.portal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.QrCode;
import org.yanqi.forms.component.Stepper;
import org.yanqi.forms.sample.Preview;
import org.yanqi.forms.sample.SampleHouse;
import org.yanqi.forms.sample.Samples;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Recorded;
import org.yanqi.process.renewal.RenewalState;
import org.yanqi.process.renewal.Step;

/** The renewal's screens against faces that answer with sample data. */
@SpringBootTest(classes = Preview.class)
@ContextConfiguration(initializers = Preview.Faces.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class RenewalScreensTest {
    private static final Routes ROUTES = new Routes().autoDiscoverViews("org.yanqi.forms");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private SampleHouse house;

    @BeforeEach
    void open() {
        MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, context, UI::new));
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private static String address(Step step) {
        return "renewal/" + Samples.id(step.ordinal());
    }

    @Test
    void a_renewal_opens_at_the_step_where_it_stands() {
        UI.getCurrent().navigate(address(Step.DECLARE_OPEN_BIDS));
        assertThat(_find(DeclareOpenBids.class)).hasSize(1);
        assertThat(_get(Stepper.class).getChildren().count()).isEqualTo(Step.values().length);
    }

    @Test
    void every_screen_is_a_main_with_one_heading() {
        for (var step : Step.values()) {
            UI.getCurrent().navigate(address(step));
            assertThat(_find(Main.class)).hasSize(1);
            assertThat(_find(H1.class)).hasSize(1);
        }
    }

    @Test
    void a_refused_step_says_why_marks_the_field_and_stays() {
        doReturn(Outcome.refused(Refusal.at("finalRead", "refusal.final-not-read")))
                .when(house.walk)
                .bindPlatforms(any(), any(), any(), anyBoolean());
        UI.getCurrent().navigate(address(Step.BIND_PLATFORMS));
        _click(_get(Button.class, spec -> spec.withId("next")));
        assertThat(_get(ErrorSummary.class).isVisible()).isTrue();
        var box = _get(Checkbox.class, spec -> spec.withId("final-read"));
        assertThat(box.isInvalid()).isTrue();
        assertThat(box.getErrorMessage()).isEqualTo("请勾选确认：付款后不能更改平台");
    }

    @Test
    void what_is_ticked_is_kept_at_once() {
        UI.getCurrent().navigate(address(Step.BIND_PLATFORMS));
        _setValue(_get(Checkbox.class, spec -> spec.withId("final-read")), true);
        verify(house.walk).saveDraft(any(), eq(Samples.id(Step.BIND_PLATFORMS.ordinal())), any());
    }

    @Test
    void an_address_of_an_earlier_step_offers_to_go_back_there_and_does_nothing_by_itself() {
        UI.getCurrent().navigate(address(Step.CONFIRM_ORDER) + "/bind-platforms");
        assertThat(_find(BindPlatforms.class)).isEmpty();
        verify(house.walk, never()).back(any(), any(), any());
        _click(_get(Button.class, spec -> spec.withText("退回「选择平台」修改")));
        assertThat(_find(BindPlatforms.class)).hasSize(1);
    }

    @Test
    void a_step_done_in_another_browser_is_noticed_here() {
        var id = Samples.id(Step.CONFIRM_ORDER.ordinal());
        UI.getCurrent().navigate(address(Step.CONFIRM_ORDER));
        house.cases.put(id, Samples.at(id, Step.CHOOSE_INVOICE, RenewalState.AWAITING_PAYMENT));
        events.publishEvent(new Recorded(id));
        newsUntil(() -> _find(ConfirmOrder.class).isEmpty());
        assertThat(_find(Paragraph.class, spec -> spec.withText("这次延期现在处于「发票与付款方式」")))
                .hasSize(1);
    }

    @Test
    void paid_arrives_by_itself() {
        var id = Samples.id(Step.PAY.ordinal());
        UI.getCurrent().navigate(address(Step.PAY));
        assertThat(_find(QrCode.class)).hasSize(1);
        house.cases.put(id, Samples.at(id, Step.UPDATE_KEY, RenewalState.PAID));
        events.publishEvent(new Recorded(id));
        newsUntil(() -> !_find(H2.class, spec -> spec.withId("paid")).isEmpty());
        assertThat(_get(H2.class, spec -> spec.withId("paid")).getText()).isEqualTo("付款成功");
        assertThat(_find(QrCode.class)).isEmpty();
    }

    @Test
    void who_has_an_open_bid_is_told_the_remedy() {
        UI.getCurrent().navigate(address(Step.DECLARE_OPEN_BIDS));
        assertThat(_find(OrderedList.class, spec -> spec.withPredicate(list -> !(list instanceof Stepper))))
                .hasSize(1);
        var first = _find(RadioButtonGroup.class).get(0);
        @SuppressWarnings("unchecked")
        var choice = (RadioButtonGroup<Boolean>) first;
        _setValue(choice, false);
        assertThat(_find(OrderedList.class, spec -> spec.withPredicate(list -> !(list instanceof Stepper))))
                .hasSize(2);
    }

    @Test
    void somebody_elses_key_says_who_must_update_it() {
        UI.getCurrent().navigate(address(Step.UPDATE_KEY));
        assertThat(_find(Button.class, spec -> spec.withText("连接证书助手"))).hasSize(1);
        assertThat(_find(Paragraph.class, spec -> spec.withText("需由 李国强 更新"))).hasSize(1);
    }

    @Test
    void a_closed_order_cannot_be_walked_any_further() {
        UI.getCurrent().navigate("renewal/" + Samples.id(21));
        assertThat(_find(Pay.class)).isEmpty();
        assertThat(_find(Paragraph.class, spec -> spec.withText("订单已超过付款时间"))).hasSize(1);
    }

    /** Screens look on threads of their own, and show what they saw as soon as nobody else has the session. */
    private static void newsUntil(Callable<Boolean> shown) {
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).until(() -> {
            MockVaadin.clientRoundtrip();
            return shown.call();
        });
    }
}

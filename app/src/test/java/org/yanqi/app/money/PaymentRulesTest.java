package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.AskProvider;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.PaymentState;
import org.yanqi.process.payment.ProviderAnswers;
import org.yanqi.process.payment.RefreshCode;

/** Money finds its order, whatever comes late, lost or at once (R5). */
class PaymentRulesTest extends WithPayments {
    @Autowired
    RefreshCode refresh;

    @Autowired
    ProviderAnswers answers;

    @Test
    void a_payment_whose_callback_never_came_is_found_by_asking() {
        var waiting = waiting(Channel.WECHAT);
        assertThat(ask.ask(waiting.customer(), waiting.payment().id())).isEqualTo(AskProvider.Standing.NOT_PAID);

        WECHAT.pay(waiting.payment().number(), waiting.order().fen());

        assertThat(ask.ask(waiting.customer(), waiting.payment().id())).isEqualTo(AskProvider.Standing.PAID);
        awaitPaid(waiting);
    }

    @Test
    void no_answer_is_unknown_and_changes_nothing() {
        var waiting = waiting(Channel.WECHAT);
        WECHAT.down = true;

        assertThat(ask.ask(waiting.customer(), waiting.payment().id())).isEqualTo(AskProvider.Standing.UNKNOWN);
        assertThat(refused(refresh.refresh(waiting.customer(), waiting.payment().id())))
                .containsExactly("refusal.payment-provider-silent");
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.OPEN);
    }

    @Test
    void another_company_learns_nothing_about_a_payment() {
        var waiting = waiting(Channel.WECHAT);
        var stranger = customers.company().administrator();

        assertThatThrownBy(() -> ask.ask(stranger, waiting.payment().id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> refresh.refresh(stranger, waiting.payment().id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_fresh_code_belongs_to_the_same_payment() {
        var waiting = waiting(Channel.WECHAT);

        var fresh =
                accepted(refresh.refresh(waiting.customer(), waiting.payment().id()));

        assertThat(fresh.number()).isEqualTo(waiting.payment().number());
        assertThat(fresh.code()).isNotBlank();
    }

    @Test
    void a_payment_that_came_before_the_cancellation_wins() {
        var waiting = waiting(Channel.WECHAT);
        WECHAT.pay(waiting.payment().number(), waiting.order().fen());

        accepted(walk.cancel(waiting.customer(), waiting.renewal(), "changed my mind"));

        awaitPaid(waiting);
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.SUCCEEDED);
        hear(waiting.payment().number());
        assertThat(exceptions.ofCase(waiting.renewal())).isEmpty();
    }

    @Test
    void the_method_can_be_changed_and_the_old_attempt_is_closed() {
        var waiting = waiting(Channel.WECHAT);

        accepted(walk.changePaymentMethod(waiting.customer(), waiting.renewal(), Channel.WECHAT));

        Awaitility.await().until(() -> payment(waiting).state() == PaymentState.CLOSED);
        var second = open(waiting.renewal(), waiting.order(), Channel.WECHAT);
        assertThat(second.number()).isNotEqualTo(waiting.payment().number());
    }

    @Test
    void a_cancellation_waits_for_the_close_of_a_switch_that_gives_back_what_is_paid_at_that_moment() throws Exception {
        var waiting = waiting(Channel.ALIPAY);
        var number = waiting.payment().number();
        var cancel = ALIPAY.holdCancel(number);
        accepted(walk.changePaymentMethod(waiting.customer(), waiting.renewal(), Channel.WECHAT));
        assertThat(cancel.arrived().await(20, TimeUnit.SECONDS)).isTrue();

        ALIPAY.pay(number, waiting.order().fen());
        accepted(walk.cancel(waiting.customer(), waiting.renewal(), "changed my mind"));
        Awaitility.await().until(() -> closes(waiting).contains("NOT_YET"));
        cancel.go().countDown();

        Awaitility.await().until(() -> payment(waiting).state() == PaymentState.REFUNDED);
        Awaitility.await().until(() -> orders.one(waiting.order().id()).state() == OrderState.CANCELLED);
        assertThat(closes(waiting)).containsOnly("DROPPED", "DONE");
        assertThat(answers.about(List.of(number)))
                .as("what the provider said to both")
                .filteredOn(one -> one.verb().equals("close"))
                .hasSize(2)
                .allMatch(one -> one.state().equals("REFUNDED"));
        assertThat(moneyPromises()).isEmpty();
    }

    /** How the calls that closed a payment of the case ended. */
    private List<String> closes(Waiting waiting) {
        return jdbc.sql("select outcome from effect where business_key = ? and topic = 'close-payment'")
                .param(waiting.renewal().toString())
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void callback_query_and_cancellation_at_once_leave_no_money_without_a_place(long seed) throws Exception {
        var waiting = waiting(Channel.WECHAT);
        var random = new Random(seed);
        WECHAT.pay(waiting.payment().number(), waiting.order().fen());
        var steps = new ArrayList<Callable<Object>>();
        for (var i = 0; i < 3; i++) {
            steps.add(() -> {
                hear(waiting.payment().number());
                return "heard";
            });
            steps.add(() -> ask.ask(waiting.customer(), waiting.payment().id()));
        }
        steps.add(() -> walk.cancel(waiting.customer(), waiting.renewal(), "race"));
        Collections.shuffle(steps, random);
        var executor = Executors.newFixedThreadPool(steps.size());
        try {
            for (var step : executor.invokeAll(steps)) {
                try {
                    step.get();
                } catch (ExecutionException conflict) {
                    // Two people at once: one of them is told to try again; the money must not notice.
                    assertThat(conflict.getCause()).isInstanceOf(RuntimeException.class);
                }
            }
        } finally {
            executor.shutdown();
        }

        awaitPaid(waiting);
        assertThat(payment(waiting).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(exceptions.ofCase(waiting.renewal())).isEmpty();
        assertThat(moneyPromises()).isEmpty();
    }
}

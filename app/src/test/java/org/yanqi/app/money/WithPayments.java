package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.app.web.Invariants;
import org.yanqi.process.payment.AskProvider;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.PaymentState;

/** What tests of payments do at the wire: pay, have it told, and look at the exception that came of it. */
abstract class WithPayments extends WithMoney {
    @Autowired
    AskProvider ask;

    @Autowired
    Invariants invariants;

    void hear(String number) {
        var body = WECHAT.callback(
                UUID.randomUUID().toString(), WECHAT.transaction(number, WechatStandIn.MERCHANT, WechatStandIn.APP));
        try {
            assertThat(http.perform(post("/api/callbacks/wechat/payment")
                                    .headers(WECHAT.signed(body, clock.instant()))
                                    .content(body))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(204);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void pays(Waiting waiting, long fen) {
        WECHAT.pay(waiting.payment().number(), fen);
        hear(waiting.payment().number());
    }

    PaymentException exception(PaymentException of) {
        return exceptions.one(FINANCE, of.id());
    }

    void awaitClosed(PaymentException exception) {
        Awaitility.await().until(() -> exception(exception).state() == PaymentException.State.CLOSED);
    }

    void payByAnotherAttempt(Waiting waiting) {
        accepted(walk.changePaymentMethod(waiting.customer(), waiting.renewal(), Channel.WECHAT));
        Awaitility.await().until(() -> payment(waiting).state() == PaymentState.CLOSED);
        var second = open(waiting.renewal(), waiting.order(), Channel.WECHAT);
        WECHAT.pay(second.number(), waiting.order().fen());
        hear(second.number());
        awaitPaid(waiting);
    }

    List<String> moneyPromises() {
        return invariants.check().broken().stream()
                .map(Invariants.Broken::name)
                .filter(name -> name.startsWith("payment-"))
                .toList();
    }
}

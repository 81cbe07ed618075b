package org.yanqi.app.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;

/** A silent provider holds nobody up, and is used again as soon as it answers. */
class GatewayGuardTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GatewayGuard guard = new GatewayGuard(
            Channel.WECHAT,
            new GatewayProperties(Duration.ZERO, Duration.ZERO, Duration.ZERO, 4, 4, 50, Duration.ofMillis(200), 2),
            meters);
    private final AtomicInteger asked = new AtomicInteger();

    private String ask(boolean silent) throws NoAnswer {
        return guard.<String, RuntimeException>call("query", () -> {
            asked.incrementAndGet();
            if (silent) {
                throw new NoAnswer("silent", new IllegalStateException());
            }
            return "answer";
        });
    }

    private long counted(String outcome) {
        var timer = meters.find("yanqi.gateway.calls").tag("outcome", outcome).timer();
        return timer == null ? 0 : timer.count();
    }

    @Test
    void after_some_silence_nobody_waits_any_more_until_the_provider_answers_again() throws NoAnswer {
        for (var call = 0; call < 4; call++) {
            assertThatThrownBy(() -> ask(true)).isInstanceOf(NoAnswer.class).hasMessage("silent");
        }
        assertThatThrownBy(() -> ask(false)).isInstanceOf(NoAnswer.class).hasMessageContaining("is not asked");
        assertThat(asked).hasValue(4);
        assertThat(counted("silent")).isEqualTo(4);
        assertThat(counted("cut-short")).isEqualTo(1);
        assertThat(meters.get("yanqi.gateway.circuit").gauge().value()).isEqualTo(2);

        Awaitility.await()
                .ignoreException(NoAnswer.class)
                .until(() -> ask(false).equals("answer"));
        assertThat(ask(false)).isEqualTo("answer");
        assertThat(meters.get("yanqi.gateway.circuit").gauge().value()).isZero();
    }

    @Test
    void a_provider_that_says_no_is_not_silent() {
        for (var call = 0; call < 20; call++) {
            assertThatThrownBy(() -> guard.<String, IllegalArgumentException>call("close", () -> {
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(counted("refused")).isEqualTo(20);
    }
}

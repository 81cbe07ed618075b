package org.yanqi.app.wire;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;

/**
 * Stands before each call to a payment provider: times and counts it, and while the provider does not answer lets nobody wait
 * for it. A call that is cut short is a call without an answer, nothing else: whoever made it asks again later.
 */
public final class GatewayGuard {
    private final String channel;
    private final CircuitBreaker circuit;
    private final MeterRegistry meters;

    public GatewayGuard(Channel channel, GatewayProperties properties, MeterRegistry meters) {
        this.channel = channel.name();
        this.meters = meters;
        this.circuit = CircuitBreaker.of(
                this.channel,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(properties.calls())
                        .minimumNumberOfCalls(properties.atLeast())
                        .failureRateThreshold(properties.failureRate())
                        .waitDurationInOpenState(properties.pause())
                        .permittedNumberOfCallsInHalfOpenState(properties.trials())
                        // A provider that says no is there; only silence counts.
                        .recordException(NoAnswer.class::isInstance)
                        .build());
        Gauge.builder("yanqi.gateway.circuit", circuit, GatewayGuard::openness)
                .description("0 closed, 1 trying, 2 open")
                .tag("channel", this.channel)
                .register(meters);
    }

    /**
     * A question to a provider.
     *
     * @param <T> the answer
     * @param <E> how else it may end
     */
    public interface Call<T, E extends Exception> {
        T make() throws NoAnswer, E;
    }

    /**
     * Makes the call, unless the circuit is open.
     *
     * @param operation names the metric: open, query, close, refund, query-refund, bill
     */
    public <T, E extends Exception> T call(String operation, Call<T, E> call) throws NoAnswer, E {
        try {
            circuit.acquirePermission();
        } catch (CallNotPermittedException open) {
            count(operation, "cut-short", 0);
            throw new NoAnswer(channel + " does not answer at present and is not asked", open);
        }
        var start = System.nanoTime();
        var outcome = "refused";
        try {
            var answer = call.make();
            outcome = "answered";
            circuit.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return answer;
        } catch (NoAnswer silence) {
            outcome = "silent";
            circuit.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, silence);
            throw silence;
        } finally {
            if ("refused".equals(outcome)) {
                circuit.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            }
            count(operation, outcome, System.nanoTime() - start);
        }
    }

    private void count(String operation, String outcome, long nanos) {
        meters.timer("yanqi.gateway.calls", "channel", channel, "operation", operation, "outcome", outcome)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static double openness(CircuitBreaker circuit) {
        return switch (circuit.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 1;
            case OPEN, FORCED_OPEN -> 2;
        };
    }
}

package org.yanqi.app.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayObject;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.wire.GatewayGuard;
import org.yanqi.app.wire.GatewayProperties;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;

/**
 * One question to Alipay's gateway, behind the guard. The SDK limits the pause between two bytes, not the whole: an answer that
 * trickles is waited for no longer than any other, on a thread that nothing else needs.
 */
@Component
@ConditionalOnProperty("yanqi.alipay.endpoint")
class AlipayCalls implements DisposableBean {
    /** More than ask at once; when so many hang, the next ones have no answer at once. */
    private static final int MOST_THREADS = 32;

    /** Codes after which the gateway itself wants to be asked again. */
    private static final Set<String> TRANSIENT = Set.of("ACQ.SYSTEM_ERROR", "aop.ACQ.SYSTEM_ERROR", "isp.unknow-error");

    private final AlipayClient client;
    private final GatewayGuard guard;
    private final Duration most;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                var thread = new Thread(work, "alipay-call");
                thread.setDaemon(true);
                return thread;
            });

    AlipayCalls(AlipayClient client, @Qualifier("alipayGuard") GatewayGuard guard, GatewayProperties limits) {
        this.client = client;
        this.guard = guard;
        this.most = limits.connect().plus(limits.read());
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    /** The answer, a refusal of the business among them. @throws NoAnswer if nothing is known */
    <T extends AlipayResponse> T ask(String operation, AlipayRequest<T> request, AlipayObject model) throws NoAnswer {
        request.setBizModel(model);
        return guard.<T, RuntimeException>call(operation, () -> ask(request));
    }

    private <T extends AlipayResponse> T ask(AlipayRequest<T> request) throws NoAnswer {
        try {
            var response = within(() -> client.execute(request));
            if (response == null || (!response.isSuccess() && isTransient(response))) {
                throw noAnswer(
                        "the gateway wants to be asked again" + (response == null ? "" : ": " + response.getSubCode()));
            }
            return response;
        } catch (AlipayApiException | RuntimeException unknown) {
            throw new NoAnswer(unknown.getClass().getSimpleName(), unknown);
        }
    }

    private <T> @Nullable T within(Callable<T> call) throws AlipayApiException, NoAnswer {
        var coming = threads.submit(call);
        try {
            return coming.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw new NoAnswer("no whole answer within " + most, late);
        } catch (InterruptedException stopping) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted", stopping);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AlipayApiException unknown) {
                throw unknown;
            }
            throw new NoAnswer(String.valueOf(failed.getCause()), failed);
        }
    }

    static NoAnswer noAnswer(String reason) {
        return new NoAnswer(reason, new AlipayApiException(reason));
    }

    private static boolean isTransient(AlipayResponse response) {
        return response.getCode() == null
                || response.getCode().startsWith("2")
                || TRANSIENT.contains(String.valueOf(response.getSubCode()));
    }
}

package org.yanqi.app.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayObject;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.wire.GatewayGuard;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;

/** One question to Alipay's gateway, behind the guard. */
@Component
@ConditionalOnProperty("yanqi.alipay.endpoint")
class AlipayCalls {
    /** Codes after which the gateway itself wants to be asked again. */
    private static final Set<String> TRANSIENT = Set.of("ACQ.SYSTEM_ERROR", "aop.ACQ.SYSTEM_ERROR", "isp.unknow-error");

    private final AlipayClient client;
    private final GatewayGuard guard;

    AlipayCalls(AlipayClient client, @Qualifier("alipayGuard") GatewayGuard guard) {
        this.client = client;
        this.guard = guard;
    }

    /** The answer, a refusal of the business among them. @throws NoAnswer if nothing is known */
    <T extends AlipayResponse> T ask(String operation, AlipayRequest<T> request, AlipayObject model) throws NoAnswer {
        request.setBizModel(model);
        return guard.<T, RuntimeException>call(operation, () -> ask(request));
    }

    private <T extends AlipayResponse> T ask(AlipayRequest<T> request) throws NoAnswer {
        try {
            var response = client.execute(request);
            if (response == null || (!response.isSuccess() && isTransient(response))) {
                throw noAnswer(
                        "the gateway wants to be asked again" + (response == null ? "" : ": " + response.getSubCode()));
            }
            return response;
        } catch (AlipayApiException | RuntimeException unknown) {
            throw new NoAnswer(unknown.getClass().getSimpleName(), unknown);
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

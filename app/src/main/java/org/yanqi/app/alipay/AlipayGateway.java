package org.yanqi.app.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayObject;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.domain.AlipayTradeCancelModel;
import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.request.AlipayTradeCancelRequest;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayTradeQueryResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.PaymentGateway;

/**
 * Payments by Alipay: a code to scan, query, close, refund. The SDK accepts failures without a signature, so a failure never
 * proves that nothing was paid: a payment counts as closed only by a signed success.
 */
@Component
@ConditionalOnProperty("yanqi.alipay.endpoint")
class AlipayGateway implements PaymentGateway {
    private static final Duration CODE_LIFE = Duration.ofHours(2);
    private static final String UNKNOWN_TRADE = "ACQ.TRADE_NOT_EXIST";
    /** Codes after which the gateway itself wants to be asked again. */
    private static final Set<String> TRANSIENT = Set.of("ACQ.SYSTEM_ERROR", "aop.ACQ.SYSTEM_ERROR", "isp.unknow-error");

    private final AlipayClient client;
    private final AlipayProperties properties;
    private final Clock clock;

    AlipayGateway(AlipayClient client, AlipayProperties properties, Clock clock) {
        this.client = client;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.ALIPAY;
    }

    @Override
    public Code open(String number, long fen, String description, Instant until) throws NoAnswer, Refused {
        var now = clock.instant();
        var model = new AlipayTradePrecreateModel();
        model.setOutTradeNo(number);
        model.setTotalAmount(Yuan.of(fen));
        model.setSubject("数字证书延期 " + description);
        model.setSellerId(properties.sellerId());
        model.setTimeoutExpress(Math.max(1, Duration.between(now, until).toMinutes()) + "m");
        var request = new AlipayTradePrecreateRequest();
        request.setNotifyUrl(properties.notifyUrl());
        var response = ask(request, model);
        if (!response.isSuccess() || response.getQrCode() == null) {
            throw new Refused(response.getSubCode() + " " + response.getSubMsg());
        }
        var expires = now.plus(CODE_LIFE);
        return new Code(response.getQrCode(), expires.isBefore(until) ? expires : until);
    }

    @Override
    public Trade query(String number) throws NoAnswer {
        var model = new AlipayTradeQueryModel();
        model.setOutTradeNo(number);
        var response = ask(new AlipayTradeQueryRequest(), model);
        if (response.isSuccess()) {
            return trade(response);
        }
        if (UNKNOWN_TRADE.equals(response.getSubCode())) {
            return without(Trade.State.NONE, UNKNOWN_TRADE);
        }
        throw new NoAnswer("query refused: " + response.getSubCode(), new AlipayApiException(response.getSubCode()));
    }

    @Override
    public Trade close(String number) throws NoAnswer {
        var before = query(number);
        if (before.state() == Trade.State.NONE) {
            return cancel(number);
        }
        if (before.state() != Trade.State.WAITING) {
            return before;
        }
        var model = new AlipayTradeCloseModel();
        model.setOutTradeNo(number);
        if (ask(new AlipayTradeCloseRequest(), model).isSuccess()) {
            return without(Trade.State.CLOSED, "closed");
        }
        var after = query(number);
        if (after.state() == Trade.State.PAID || after.state() == Trade.State.CLOSED) {
            return after;
        }
        throw new NoAnswer("close refused", new AlipayApiException("still " + after.state()));
    }

    /** A code nobody scanned is made worthless. Had somebody paid in this moment, Alipay would give the money back itself. */
    private Trade cancel(String number) throws NoAnswer {
        var model = new AlipayTradeCancelModel();
        model.setOutTradeNo(number);
        var response = ask(new AlipayTradeCancelRequest(), model);
        if (!response.isSuccess() || "Y".equals(response.getRetryFlag())) {
            throw new NoAnswer("cancel refused", new AlipayApiException(response.getSubCode()));
        }
        return "refund".equals(response.getAction())
                ? without(Trade.State.REFUNDED, "cancelled, refunded")
                : without(Trade.State.CLOSED, "cancelled");
    }

    @Override
    public RefundState refund(String refundNumber, String number, long totalFen, long fen, String reason)
            throws NoAnswer {
        var model = new AlipayTradeRefundModel();
        model.setOutTradeNo(number);
        model.setOutRequestNo(refundNumber);
        model.setRefundAmount(Yuan.of(fen));
        model.setRefundReason(reason);
        var response = ask(new AlipayTradeRefundRequest(), model);
        if (!response.isSuccess()) {
            return RefundState.FAILED;
        }
        return "Y".equals(response.getFundChange()) ? RefundState.SUCCEEDED : queryRefund(refundNumber, number);
    }

    @Override
    public RefundState queryRefund(String refundNumber, String number) throws NoAnswer {
        var model = new AlipayTradeFastpayRefundQueryModel();
        model.setOutTradeNo(number);
        model.setOutRequestNo(refundNumber);
        var response = ask(new AlipayTradeFastpayRefundQueryRequest(), model);
        if (!response.isSuccess()) {
            throw new NoAnswer(
                    "refund query refused: " + response.getSubCode(), new AlipayApiException(response.getSubCode()));
        }
        return "REFUND_SUCCESS".equals(response.getRefundStatus()) ? RefundState.SUCCEEDED : RefundState.PENDING;
    }

    private <T extends AlipayResponse> T ask(AlipayRequest<T> request, AlipayObject model) throws NoAnswer {
        request.setBizModel(model);
        try {
            var response = client.execute(request);
            if (response == null || (!response.isSuccess() && isTransient(response))) {
                throw new NoAnswer(
                        "the gateway wants to be asked again",
                        new AlipayApiException(response == null ? "" : response.getSubCode()));
            }
            return response;
        } catch (AlipayApiException | RuntimeException unknown) {
            throw new NoAnswer(unknown.getClass().getSimpleName(), unknown);
        }
    }

    private static boolean isTransient(AlipayResponse response) {
        return response.getCode() == null
                || response.getCode().startsWith("2")
                || TRANSIENT.contains(String.valueOf(response.getSubCode()));
    }

    private static Trade trade(AlipayTradeQueryResponse response) throws NoAnswer {
        var state = switch (String.valueOf(response.getTradeStatus())) {
            case "WAIT_BUYER_PAY" -> Trade.State.WAITING;
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> Trade.State.PAID;
            case "TRADE_CLOSED" -> Trade.State.CLOSED;
            default ->
                throw new NoAnswer(
                        "trade_status " + response.getTradeStatus(), new AlipayApiException("unknown status"));
        };
        return new Trade(
                state,
                response.getTradeNo(),
                state == Trade.State.PAID ? Yuan.fen(response.getTotalAmount()) : 0,
                instant(response.getSendPayDate()),
                response.getBuyerUserId(),
                String.valueOf(response.getBody()));
    }

    /** The SDK reads Alipay's times in China's zone already. */
    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static Trade without(Trade.State state, String evidence) {
        return new Trade(state, null, 0, null, null, evidence);
    }
}

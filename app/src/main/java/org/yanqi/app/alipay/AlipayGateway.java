package org.yanqi.app.alipay;

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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.wire.Evidence;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.ProviderAnswers;
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
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final AlipayCalls calls;
    private final ProviderAnswers answers;
    private final AlipayProperties properties;
    private final Clock clock;

    AlipayGateway(AlipayCalls calls, ProviderAnswers answers, AlipayProperties properties, Clock clock) {
        this.calls = calls;
        this.answers = answers;
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
        // A time and not a span: the request for a fresh code must be the same as the first.
        model.setTimeExpire(TIME.format(until));
        var request = new AlipayTradePrecreateRequest();
        request.setNotifyUrl(properties.notifyUrl());
        var response = calls.ask("open", request, model);
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
        var response = calls.ask("query", new AlipayTradeQueryRequest(), model);
        if (response.isSuccess()) {
            return trade(response);
        }
        if (UNKNOWN_TRADE.equals(response.getSubCode())) {
            return without(Trade.State.NONE, UNKNOWN_TRADE);
        }
        throw AlipayCalls.noAnswer("query refused: " + response.getSubCode());
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
        if (calls.ask("close", new AlipayTradeCloseRequest(), model).isSuccess()) {
            return without(Trade.State.CLOSED, "closed");
        }
        var after = query(number);
        if (after.state() == Trade.State.WAITING || after.state() == Trade.State.NONE) {
            throw AlipayCalls.noAnswer("close refused, still " + after.state());
        }
        return after;
    }

    /**
     * A code nobody scanned is made worthless. If somebody pays in this very moment, Alipay gives the money back itself; how much it
     * was, and under which number, the trade tells afterwards.
     */
    private Trade cancel(String number) throws NoAnswer {
        var model = new AlipayTradeCancelModel();
        model.setOutTradeNo(number);
        var response = calls.ask("close", new AlipayTradeCancelRequest(), model);
        if (!response.isSuccess() || "Y".equals(response.getRetryFlag())) {
            throw AlipayCalls.noAnswer("cancel refused: " + response.getSubCode());
        }
        if (!"refund".equals(response.getAction())) {
            return without(Trade.State.CLOSED, "cancelled");
        }
        var after = query(number);
        if (after.state() != Trade.State.REFUNDED) {
            throw AlipayCalls.noAnswer("cancelled and given back, but " + after.state());
        }
        return after;
    }

    @Override
    public RefundState refund(String refundNumber, String number, long totalFen, long fen, String reason)
            throws NoAnswer {
        var model = new AlipayTradeRefundModel();
        model.setOutTradeNo(number);
        model.setOutRequestNo(refundNumber);
        model.setRefundAmount(Yuan.of(fen));
        model.setRefundReason(reason);
        var response = calls.ask("refund", new AlipayTradeRefundRequest(), model);
        if (response.isSuccess() && "Y".equals(response.getFundChange())) {
            keep(refundNumber, "refund", RefundState.SUCCEEDED, fen, response);
            return RefundState.SUCCEEDED;
        }
        if (response.isSuccess()) {
            return state(refundNumber, number, RefundState.PENDING);
        }
        // A failure carries no signature: whether the money went back says the query, whose success does.
        keep(refundNumber, "refund", RefundState.FAILED, fen, response);
        return state(refundNumber, number, RefundState.FAILED);
    }

    @Override
    public RefundState queryRefund(String refundNumber, String number) throws NoAnswer {
        return state(refundNumber, number, RefundState.FAILED);
    }

    /** @param absent what it means that Alipay knows no such refund: at once after asking it may still come, later it failed */
    private RefundState state(String refundNumber, String number, RefundState absent) throws NoAnswer {
        var model = new AlipayTradeFastpayRefundQueryModel();
        model.setOutTradeNo(number);
        model.setOutRequestNo(refundNumber);
        var response = calls.ask("query-refund", new AlipayTradeFastpayRefundQueryRequest(), model);
        if (!response.isSuccess()) {
            throw AlipayCalls.noAnswer("refund query refused: " + response.getSubCode());
        }
        var state = response.getRefundStatus() == null
                ? absent
                : "REFUND_SUCCESS".equals(response.getRefundStatus()) ? RefundState.SUCCEEDED : RefundState.PENDING;
        keep(refundNumber, "ask-refund", state, 0, response);
        return state;
    }

    private void keep(String number, String verb, RefundState state, long fen, AlipayResponse response) {
        answers.keep(number, verb, state.name(), null, fen, Evidence.of(response.getBody()));
    }

    private static Trade trade(AlipayTradeQueryResponse response) throws NoAnswer {
        var state = switch (String.valueOf(response.getTradeStatus())) {
            case "WAIT_BUYER_PAY" -> Trade.State.WAITING;
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> Trade.State.PAID;
            // Closed unpaid, or paid and given back in full: only what was paid has a time of payment.
            case "TRADE_CLOSED" -> response.getSendPayDate() == null ? Trade.State.CLOSED : Trade.State.REFUNDED;
            default -> throw AlipayCalls.noAnswer("trade_status " + response.getTradeStatus());
        };
        return new Trade(
                state,
                response.getTradeNo(),
                hasMoney(state) ? Yuan.fen(response.getTotalAmount()) : 0,
                instant(response.getSendPayDate()),
                response.getBuyerUserId(),
                Evidence.of(response.getBody()));
    }

    private static boolean hasMoney(Trade.State state) {
        return state == Trade.State.PAID || state == Trade.State.REFUNDED;
    }

    /** The SDK reads Alipay's times in China's zone already. */
    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static Trade without(Trade.State state, String evidence) {
        return new Trade(state, null, 0, null, null, evidence);
    }
}

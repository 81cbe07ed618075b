package org.yanqi.app.wechat;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.util.GsonUtil;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import com.wechat.pay.java.service.refund.model.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.wire.Evidence;
import org.yanqi.app.wire.GatewayGuard;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.ProviderAnswers;
import org.yanqi.process.payment.port.PaymentGateway;

/** Native payments by WeChat Pay: a code to scan, query, close, refund. */
@Component
@ConditionalOnProperty("yanqi.wechat.endpoint")
class WechatGateway implements PaymentGateway {
    /** A code is valid for two hours; a fresh one comes by the same request. */
    private static final Duration CODE_LIFE = Duration.ofHours(2);

    private static final Set<String> PAID = Set.of("ORDERPAID", "ORDER_PAID");
    private static final Set<String> CLOSED = Set.of("ORDERCLOSED", "ORDER_CLOSED");
    private static final Set<String> UNKNOWN = Set.of("ORDERNOTEXIST", "ORDER_NOT_EXIST", "RESOURCE_NOT_EXISTS");

    private final NativePayService payments;
    private final RefundService refunds;
    private final GatewayGuard guard;
    private final ProviderAnswers answers;
    private final WechatProperties properties;
    private final Clock clock;

    WechatGateway(
            NativePayService payments,
            RefundService refunds,
            @Qualifier("wechatGuard") GatewayGuard guard,
            ProviderAnswers answers,
            WechatProperties properties,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.guard = guard;
        this.answers = answers;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.WECHAT;
    }

    @Override
    public Code open(String number, long fen, String description, Instant until) throws NoAnswer, Refused {
        var amount = new Amount();
        amount.setTotal(Math.toIntExact(fen));
        amount.setCurrency("CNY");
        var request = new PrepayRequest();
        request.setAppid(properties.appId());
        request.setMchid(properties.merchantId());
        request.setDescription("数字证书延期 " + description);
        request.setOutTradeNo(number);
        request.setNotifyUrl(properties.notifyUrl());
        request.setTimeExpire(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                until.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.of("Asia/Shanghai"))));
        request.setAmount(amount);
        try {
            var content = call("open", () -> payments.prepay(request)).getCodeUrl();
            var expires = clock.instant().plus(CODE_LIFE);
            return new Code(content, expires.isBefore(until) ? expires : until);
        } catch (ServiceException no) {
            throw new Refused(no.getErrorCode() + " " + no.getErrorMessage());
        }
    }

    @Override
    public Trade query(String number) throws NoAnswer {
        var request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(properties.merchantId());
        request.setOutTradeNo(number);
        try {
            return trade(call("query", () -> payments.queryOrderByOutTradeNo(request)));
        } catch (ServiceException no) {
            if (UNKNOWN.contains(String.valueOf(no.getErrorCode()))) {
                return without(Trade.State.NONE, String.valueOf(no.getErrorCode()));
            }
            throw new NoAnswer("query refused: " + no.getErrorCode(), no);
        }
    }

    @Override
    public Trade close(String number) throws NoAnswer {
        var request = new CloseOrderRequest();
        request.setMchid(properties.merchantId());
        request.setOutTradeNo(number);
        try {
            call("close", () -> {
                payments.closeOrder(request);
                return number;
            });
            return without(Trade.State.CLOSED, "closed");
        } catch (ServiceException no) {
            var code = String.valueOf(no.getErrorCode());
            if (PAID.contains(code)) {
                return query(number);
            }
            if (CLOSED.contains(code) || UNKNOWN.contains(code)) {
                return without(CLOSED.contains(code) ? Trade.State.CLOSED : Trade.State.NONE, code);
            }
            throw new NoAnswer("close refused: " + code, no);
        }
    }

    @Override
    public RefundState refund(String refundNumber, String number, long totalFen, long fen, String reason)
            throws NoAnswer {
        var amount = new AmountReq();
        amount.setTotal(totalFen);
        amount.setRefund(fen);
        amount.setCurrency("CNY");
        var request = new CreateRequest();
        request.setOutTradeNo(number);
        request.setOutRefundNo(refundNumber);
        request.setReason(reason);
        request.setNotifyUrl(properties.refundNotifyUrl());
        request.setAmount(amount);
        try {
            return kept("refund", call("refund", () -> refunds.create(request)));
        } catch (ServiceException no) {
            answers.keep(refundNumber, "refund", "REFUSED", null, fen, no.getErrorCode() + " " + no.getErrorMessage());
            return RefundState.FAILED;
        }
    }

    @Override
    public RefundState queryRefund(String refundNumber, String number) throws NoAnswer {
        var request = new QueryByOutRefundNoRequest();
        request.setOutRefundNo(refundNumber);
        try {
            return kept("ask-refund", call("query-refund", () -> refunds.queryByOutRefundNo(request)));
        } catch (ServiceException no) {
            if (UNKNOWN.contains(String.valueOf(no.getErrorCode()))) {
                return RefundState.FAILED;
            }
            throw new NoAnswer("refund query refused: " + no.getErrorCode(), no);
        }
    }

    private RefundState kept(String verb, Refund refund) {
        var state = state(refund.getStatus());
        var amount = refund.getAmount();
        answers.keep(
                refund.getOutRefundNo(),
                verb,
                state.name(),
                refund.getRefundId(),
                amount == null || amount.getRefund() == null ? 0 : amount.getRefund(),
                Evidence.of(GsonUtil.toJson(refund)));
        return state;
    }

    private <T> T call(String operation, Supplier<T> question) throws NoAnswer {
        return guard.<T, RuntimeException>call(operation, () -> answered(question));
    }

    /** A refusal of the business comes out as ServiceException; everything else means that we do not know. */
    static <T> T answered(Supplier<T> question) throws NoAnswer {
        try {
            return question.get();
        } catch (ServiceException answered) {
            var status = answered.getHttpStatusCode();
            if (status >= 500 || status == 429 || status == 401) {
                throw new NoAnswer("status " + status + " " + answered.getErrorCode(), answered);
            }
            throw answered;
        } catch (RuntimeException unknown) {
            throw new NoAnswer(unknown.getClass().getSimpleName(), unknown);
        }
    }

    static Trade trade(Transaction transaction) {
        var amount = transaction.getAmount();
        var total = amount == null || amount.getTotal() == null ? 0 : amount.getTotal();
        var payer = transaction.getPayer();
        return new Trade(
                state(transaction),
                transaction.getTransactionId(),
                total,
                time(transaction.getSuccessTime()),
                payer == null ? null : payer.getOpenid(),
                Evidence.of(GsonUtil.toJson(transaction)));
    }

    static @Nullable Instant time(@Nullable String rfc3339) {
        return rfc3339 == null || rfc3339.isEmpty()
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(rfc3339, Instant::from);
    }

    private static Trade.State state(Transaction transaction) {
        return switch (transaction.getTradeState()) {
            case SUCCESS -> Trade.State.PAID;
            case REFUND -> Trade.State.REFUNDED;
            case CLOSED, REVOKED -> Trade.State.CLOSED;
            case NOTPAY, USERPAYING, PAYERROR, ACCEPT -> Trade.State.WAITING;
        };
    }

    static RefundState state(Status status) {
        return switch (status) {
            case SUCCESS -> RefundState.SUCCEEDED;
            case PROCESSING -> RefundState.PENDING;
            case CLOSED, ABNORMAL -> RefundState.FAILED;
        };
    }

    private static Trade without(Trade.State state, String evidence) {
        return new Trade(state, null, 0, null, null, evidence);
    }
}

package org.yanqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.billdownload.DigestBillEntity;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import com.wechat.pay.java.service.billdownload.model.TarType;
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
import com.wechat.pay.java.service.refund.model.RefundNotification;
import com.wechat.pay.java.service.refund.model.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WechatPayTest {
    private final RSAPublicKeyConfig config = new RSAPublicKeyConfig.Builder()
            .merchantId(Rehearsal.paper("wechat.merchant-id"))
            .merchantSerialNumber(Rehearsal.paper("wechat.merchant-serial"))
            .privateKeyFromPath(Rehearsal.paper("wechat.private-key-file"))
            .publicKeyFromPath(Rehearsal.paper("wechat.public-key-file"))
            .publicKeyId(Rehearsal.paper("wechat.public-key-id"))
            .apiV3Key(Rehearsal.paper("wechat.api-v3-key"))
            .build();
    private final HttpClient http = new DefaultHttpClientBuilder()
            .config(config)
            .okHttpClient(toTheSandbox())
            .build();
    private final NativePayService pay =
            new NativePayService.Builder().httpClient(http).build();
    private final RefundService refunds =
            new RefundService.Builder().httpClient(http).build();
    private final NotificationParser parser = new NotificationParser(config);
    private final Receiver receiver = new Receiver();
    private final String number = "T" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);

    private static OkHttpClient toTheSandbox() {
        HttpUrl base = HttpUrl.get(Rehearsal.paper("wechat.base-url"));
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    HttpUrl real = chain.request().url();
                    HttpUrl ours = real.newBuilder()
                            .scheme(base.scheme())
                            .host(base.host())
                            .port(base.port())
                            .encodedPath(base.encodedPath() + real.encodedPath())
                            .build();
                    return chain.proceed(chain.request().newBuilder().url(ours).build());
                })
                .build();
    }

    @AfterEach
    void close() {
        Rehearsal.control("callbacks/wechat", "{\"manner\":\"normal\"}");
        receiver.close();
    }

    private PrepayRequest request(int total) {
        PrepayRequest request = new PrepayRequest();
        request.setAppid(Rehearsal.paper("wechat.app-id"));
        request.setMchid(Rehearsal.paper("wechat.merchant-id"));
        request.setDescription("数字证书延期");
        request.setOutTradeNo(number);
        request.setNotifyUrl(receiver.url());
        request.setAttach("附加");
        Amount amount = new Amount();
        amount.setTotal(total);
        request.setAmount(amount);
        return request;
    }

    private String prepay(int total) {
        return pay.prepay(request(total)).getCodeUrl();
    }

    private Transaction query() {
        QueryOrderByOutTradeNoRequest request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(Rehearsal.paper("wechat.merchant-id"));
        request.setOutTradeNo(number);
        return pay.queryOrderByOutTradeNo(request);
    }

    private void closeOrder() {
        CloseOrderRequest request = new CloseOrderRequest();
        request.setMchid(Rehearsal.paper("wechat.merchant-id"));
        request.setOutTradeNo(number);
        pay.closeOrder(request);
    }

    private <T> T parse(Receiver.Received received, Class<T> type) {
        return parser.parse(
                new RequestParam.Builder()
                        .serialNumber(received.headers().get("Wechatpay-Serial"))
                        .timestamp(received.headers().get("Wechatpay-Timestamp"))
                        .nonce(received.headers().get("Wechatpay-Nonce"))
                        .signature(received.headers().get("Wechatpay-Signature"))
                        .body(received.body())
                        .build(),
                type);
    }

    private Refund refund(String refundNumber, long total, long amount) {
        CreateRequest request = new CreateRequest();
        request.setOutTradeNo(number);
        request.setOutRefundNo(refundNumber);
        request.setReason("重复付款");
        request.setNotifyUrl(receiver.url());
        AmountReq asked = new AmountReq();
        asked.setTotal(total);
        asked.setRefund(amount);
        asked.setCurrency("CNY");
        request.setAmount(asked);
        return refunds.create(request);
    }

    @Test
    void a_payment_on_the_phone_page_is_called_back_and_can_be_queried() {
        String code = prepay(20000);
        assertThat(query().getTradeState()).isEqualTo(Transaction.TradeStateEnum.NOTPAY);

        assertThat(Rehearsal.press(code, "pay", "")).isEqualTo(303);

        Transaction told = parse(receiver.await(1), Transaction.class);
        assertThat(told.getOutTradeNo()).isEqualTo(number);
        assertThat(told.getAmount().getTotal()).isEqualTo(20000);
        assertThat(told.getAttach()).isEqualTo("附加");
        Transaction asked = query();
        assertThat(asked.getTradeState()).isEqualTo(Transaction.TradeStateEnum.SUCCESS);
        assertThat(asked.getTransactionId()).isEqualTo(told.getTransactionId());
        assertThat(asked.getSuccessTime()).isEqualTo(told.getSuccessTime());
    }

    @Test
    void an_identical_prepay_gets_the_same_code_and_a_changed_one_is_refused() {
        assertThat(prepay(20000)).isEqualTo(prepay(20000));
        assertThatThrownBy(() -> prepay(20001))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo("OUT_TRADE_NO_USED"));
    }

    @Test
    void a_callback_is_repeated_until_it_is_accepted() {
        receiver.answer(500, "{\"code\":\"FAIL\"}");
        Rehearsal.press(prepay(100), "pay", "");
        receiver.await(3);
        receiver.answer(204, "");
        int after = receiver.all().size();
        receiver.await(after + 1);
        assertThat(receiver.all().stream()
                        .map(r -> Rehearsal.json(r.body()).path("id").asText())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void another_amount_and_a_second_payment_are_told_as_they_are() {
        String code = prepay(20000);
        Rehearsal.press(code, "pay-other", "amount=201.00");
        Transaction first = parse(receiver.await(1), Transaction.class);
        assertThat(first.getAmount().getTotal()).isEqualTo(20100);
        Rehearsal.press(code, "pay", "");
        Transaction second = parse(receiver.await(2), Transaction.class);
        assertThat(second.getTransactionId()).isNotEqualTo(first.getTransactionId());
        assertThat(query().getTransactionId()).isEqualTo(first.getTransactionId());
    }

    @Test
    void closing_can_be_repeated_but_not_once_it_was_paid() {
        String code = prepay(100);
        closeOrder();
        closeOrder();
        assertThat(query().getTradeState()).isEqualTo(Transaction.TradeStateEnum.CLOSED);
        Rehearsal.press(code, "pay", "");
        assertThatThrownBy(this::closeOrder)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo("ORDERPAID"));
    }

    @Test
    void a_refund_is_done_once_however_often_it_is_asked_under_one_number() {
        Rehearsal.press(prepay(20000), "pay", "");
        receiver.await(1);
        Refund first = refund("R" + number, 20000, 5000);
        assertThat(first.getStatus()).isEqualTo(Status.PROCESSING);
        assertThat(refund("R" + number, 20000, 5000).getRefundId()).isEqualTo(first.getRefundId());
        assertThatThrownBy(() -> refund("R" + number, 20000, 6000)).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> refund("S" + number, 20000, 15001)).isInstanceOf(ServiceException.class);

        QueryByOutRefundNoRequest query = new QueryByOutRefundNoRequest();
        query.setOutRefundNo("R" + number);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> refunds.queryByOutRefundNo(query).getStatus() == Status.SUCCESS);
        RefundNotification told = parse(receiver.await(2), RefundNotification.class);
        assertThat(told.getRefundStatus()).isEqualTo(Status.SUCCESS);
        assertThat(told.getAmount().getRefund()).isEqualTo(5000);
    }

    @Test
    void the_daily_bill_has_27_columns_and_the_hash_it_promises() throws IOException {
        Rehearsal.press(prepay(12345), "pay", "");
        GetTradeBillRequest request = new GetTradeBillRequest();
        request.setBillDate(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        request.setBillType(BillType.ALL);
        request.setTarType(TarType.GZIP);
        DigestBillEntity bill = new BillDownloadServiceExtension.Builder()
                .config(config)
                .httpClient(http)
                .build()
                .getTradeBill(request);
        String text = new String(bill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bill.verifyHash()).isTrue();
        assertThat(text.lines().findFirst().orElseThrow().split(",", -1)).hasSize(27);
        assertThat(text.lines().filter(line -> line.contains("`" + number)))
                .singleElement()
                .satisfies(line -> assertThat(line.split(",", -1))
                        .hasSize(27)
                        .allMatch(value -> value.startsWith("`"))
                        .contains("`123.45"));
    }

    @Test
    void a_forged_callback_fails_verification_and_an_unsigned_request_is_refused() {
        Rehearsal.press(prepay(100), "pay", "");
        String id = Rehearsal.json(receiver.await(1).body()).path("id").asText();
        Rehearsal.control("callbacks/" + id + "/send", "{\"forged\":true}");
        Receiver.Received forged = receiver.await(2);
        assertThatThrownBy(() -> parse(forged, Transaction.class)).isInstanceOf(ValidationException.class);
        assertThat(Rehearsal.send("POST", "/wechat/v3/pay/transactions/native", "application/json", "{}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_withheld_callback_does_not_go_out_but_the_query_knows() {
        Rehearsal.control("callbacks/wechat", "{\"manner\":\"withheld\"}");
        Rehearsal.press(prepay(100), "pay", "");
        assertThat(query().getTradeState()).isEqualTo(Transaction.TradeStateEnum.SUCCESS);
        assertThat(receiver.all()).isEmpty();
    }
}

package org.yanqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipaySignature;
import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import com.alipay.api.request.AlipayTradeCancelRequest;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayTradeCancelResponse;
import com.alipay.api.response.AlipayTradePrecreateResponse;
import com.alipay.api.response.AlipayTradeQueryResponse;
import com.alipay.api.response.AlipayTradeRefundResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlipayTest {
    private final Receiver receiver = new Receiver();
    private final String number = "A" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
    private AlipayClient client = new DefaultAlipayClient("", "", "");

    @BeforeEach
    void connect() throws AlipayApiException {
        AlipayConfig config = new AlipayConfig();
        config.setServerUrl(Rehearsal.paper("alipay.gateway-url"));
        config.setAppId(Rehearsal.paper("alipay.app-id"));
        config.setPrivateKey(Rehearsal.paper("alipay.private-key"));
        config.setAlipayPublicKey(Rehearsal.paper("alipay.public-key"));
        config.setFormat("json");
        config.setCharset("UTF-8");
        config.setSignType("RSA2");
        client = new DefaultAlipayClient(config);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private AlipayTradePrecreateResponse precreate(String yuan) throws AlipayApiException {
        AlipayTradePrecreateRequest request = new AlipayTradePrecreateRequest();
        request.setNotifyUrl(receiver.url());
        request.setBizContent("{\"out_trade_no\":\"" + number + "\",\"total_amount\":\"" + yuan
                + "\",\"subject\":\"数字证书延期\",\"timeout_express\":\"120m\"}");
        return client.execute(request);
    }

    private AlipayTradeQueryResponse query() throws AlipayApiException {
        AlipayTradeQueryRequest request = new AlipayTradeQueryRequest();
        request.setBizContent("{\"out_trade_no\":\"" + number + "\"}");
        return client.execute(request);
    }

    private AlipayTradeRefundResponse refund(String yuan) throws AlipayApiException {
        AlipayTradeRefundRequest request = new AlipayTradeRefundRequest();
        request.setBizContent("{\"out_trade_no\":\"" + number + "\",\"refund_amount\":\"" + yuan
                + "\",\"out_request_no\":\"R" + number + "\",\"refund_reason\":\"重复付款\"}");
        return client.execute(request);
    }

    private static Map<String, String> form(Receiver.Received received) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : received.body().split("&")) {
            String[] halves = pair.split("=", 2);
            form.put(halves[0], URLDecoder.decode(halves[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static boolean genuine(Map<String, String> form) throws AlipayApiException {
        return AlipaySignature.rsaCheckV1(new TreeMap<>(form), Rehearsal.paper("alipay.public-key"), "UTF-8", "RSA2");
    }

    @Test
    void a_trade_exists_only_once_it_was_scanned() throws AlipayApiException {
        String code = precreate("200.00").getQrCode();
        assertThat(query().getSubCode()).isEqualTo("ACQ.TRADE_NOT_EXIST");
        Rehearsal.get(code);
        assertThat(query().getTradeStatus()).isEqualTo("WAIT_BUYER_PAY");
    }

    @Test
    void a_payment_is_told_until_the_answer_is_success() throws AlipayApiException {
        receiver.answer(200, "SUCCESS");
        Rehearsal.press(precreate("200.00").getQrCode(), "pay", "");
        receiver.await(3);
        receiver.answer(200, "success");
        Map<String, String> told = form(receiver.await(receiver.all().size() + 1));
        assertThat(genuine(told)).isTrue();
        assertThat(told)
                .containsEntry("trade_status", "TRADE_SUCCESS")
                .containsEntry("total_amount", "200.00")
                .containsEntry("out_trade_no", number)
                .containsEntry("app_id", Rehearsal.paper("alipay.app-id"))
                .containsEntry("seller_id", Rehearsal.paper("alipay.seller-id"));
        assertThat(query().getTradeNo()).isEqualTo(told.get("trade_no"));
        told.put("total_amount", "2.00");
        assertThat(genuine(told)).isFalse();
    }

    @Test
    void refunds_repeat_under_one_number_without_moving_money_again() throws AlipayApiException {
        Rehearsal.press(precreate("200.00").getQrCode(), "pay", "");
        assertThat(refund("50.00").getFundChange()).isEqualTo("Y");
        AlipayTradeRefundResponse again = refund("50.00");
        assertThat(again.getFundChange()).isEqualTo("N");
        assertThat(again.getRefundFee()).isEqualTo("50.00");
        assertThat(refund("60.00").getSubCode()).isEqualTo("ACQ.DISCORDANT_REPEAT_REQUEST");

        AlipayTradeFastpayRefundQueryRequest request = new AlipayTradeFastpayRefundQueryRequest();
        request.setBizContent("{\"out_trade_no\":\"" + number + "\",\"out_request_no\":\"R" + number + "\"}");
        assertThat(client.execute(request).getRefundStatus()).isEqualTo("REFUND_SUCCESS");
        request.setBizContent("{\"out_trade_no\":\"" + number + "\",\"out_request_no\":\"unknown\"}");
        assertThat(client.execute(request).isSuccess()).isTrue();
        assertThat(client.execute(request).getRefundStatus()).isNull();
    }

    @Test
    void closing_and_cancelling_follow_the_state_of_the_trade() throws AlipayApiException {
        String code = precreate("1.00").getQrCode();
        AlipayTradeCloseRequest close = new AlipayTradeCloseRequest();
        close.setBizContent("{\"out_trade_no\":\"" + number + "\"}");
        assertThat(client.execute(close).getSubCode()).isEqualTo("ACQ.TRADE_NOT_EXIST");
        Rehearsal.press(code, "pay", "");
        assertThat(client.execute(close).getSubCode()).isEqualTo("ACQ.TRADE_STATUS_ERROR");
        AlipayTradeCancelRequest cancel = new AlipayTradeCancelRequest();
        cancel.setBizContent("{\"out_trade_no\":\"" + number + "\"}");
        AlipayTradeCancelResponse cancelled = client.execute(cancel);
        assertThat(cancelled.getAction()).isEqualTo("refund");
        assertThat(query().getTradeStatus()).isEqualTo("TRADE_CLOSED");
        assertThat(precreate("1.00").getSubCode()).isEqualTo("ACQ.TRADE_HAS_SUCCESS");
    }

    @Test
    void the_daily_bill_is_a_zip_with_a_heading_of_25_columns_on_the_fifth_line()
            throws AlipayApiException, IOException {
        Rehearsal.press(precreate("88.00").getQrCode(), "pay", "");
        AlipayDataDataserviceBillDownloadurlQueryRequest request =
                new AlipayDataDataserviceBillDownloadurlQueryRequest();
        request.setBizContent(
                "{\"bill_type\":\"trade\",\"bill_date\":\"" + LocalDate.now(ZoneId.of("Asia/Shanghai")) + "\"}");
        String address = client.execute(request).getBillDownloadUrl();
        try (ZipInputStream zip =
                new ZipInputStream(URI.create(address).toURL().openStream(), Charset.forName("GBK"))) {
            assertThat(String.valueOf(zip.getNextEntry())).endsWith("业务明细.csv");
            String[] lines = new String(zip.readAllBytes(), Charset.forName("GBK")).split("\r\n");
            assertThat(lines[4].split(",", -1)).hasSize(25).startsWith("支付宝交易号");
            assertThat(lines)
                    .filteredOn(line -> line.contains(number))
                    .singleElement()
                    .satisfies(line -> assertThat(line.split(",", -1))
                            .hasSize(25)
                            .allMatch(value -> value.endsWith("\t"))
                            .contains("88.00\t"));
        }
        request.setBizContent("{\"bill_type\":\"trade\",\"bill_date\":\"2020-01-01\"}");
        assertThat(client.execute(request).getSubCode()).isEqualTo("isp.bill_not_exist");
    }
}

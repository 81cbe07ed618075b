package org.yanqi.bench.callbacks;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.Payment;

/** Both gateways as far as the bench needs them: they open every payment, and write callbacks that the SDKs prove. */
final class Provider implements AutoCloseable {
    private static final String MERCHANT = "1600000001";
    private static final String WECHAT_APP = "wxbench0000000001";
    private static final String ALIPAY_APP = "2021000000000001";
    private static final String SELLER = "2088000000000001";
    private static final String KEY_ID = "PUB_KEY_ID_0116000000012026";
    private static final String API_KEY = "0123456789abcdef0123456789abcdef";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter RFC = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeyPair merchant = pair();
    private final KeyPair platform = pair();
    /** Tomcat keeps the case of header names, which WeChat's SDK looks up literally; the JDK's own server does not. */
    private final Tomcat server = new Tomcat();

    Provider() throws IOException, LifecycleException {
        server.setBaseDir(Files.createTempDirectory("provider").toString());
        server.setHostname("127.0.0.1");
        server.setPort(0);
        server.getConnector();
        var context = server.addContext("", null);
        serve(context, "/v3/pay/transactions/native", this::prepay);
        serve(context, "/gateway.do", this::precreate);
        server.start();
    }

    /** Answers one request. */
    private interface Answering {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private static void serve(Context context, String path, Answering answering) {
        Tomcat.addServlet(context, path, new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                answering.answer(request, response);
            }
        });
        context.addServletMappingDecoded(path, path);
    }

    /** What the product has to be told. */
    Map<String, Object> settings() {
        var home = "http://127.0.0.1:" + server.getConnector().getLocalPort();
        var settings = new HashMap<String, Object>();
        settings.put("yanqi.wechat.endpoint", home);
        settings.put("yanqi.wechat.merchant-id", MERCHANT);
        settings.put("yanqi.wechat.app-id", WECHAT_APP);
        settings.put("yanqi.wechat.merchant-serial", "5157F09EFDC096DE15EBE81A47057A72");
        settings.put("yanqi.wechat.private-key", base64(merchant.getPrivate().getEncoded()));
        settings.put("yanqi.wechat.public-key-id", KEY_ID);
        settings.put("yanqi.wechat.public-key", base64(platform.getPublic().getEncoded()));
        settings.put("yanqi.wechat.api-v3-key", API_KEY);
        settings.put("yanqi.alipay.endpoint", home + "/gateway.do");
        settings.put("yanqi.alipay.app-id", ALIPAY_APP);
        settings.put("yanqi.alipay.seller-id", SELLER);
        settings.put("yanqi.alipay.private-key", base64(merchant.getPrivate().getEncoded()));
        settings.put("yanqi.alipay.public-key", base64(platform.getPublic().getEncoded()));
        return settings;
    }

    private void prepay(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getInputStream().readAllBytes();
        var body = "{\"code_url\":\"weixin://wxpay/bench\"}";
        signed(body, false).forEach(response::setHeader);
        answer(response, body);
    }

    private void precreate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = request.getQueryString() + "&"
                + new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var asked = query.replaceAll(".*biz_content=([^&]*).*", "$1");
        var number = JSON.readTree(URLDecoder.decode(asked, StandardCharsets.UTF_8))
                .path("out_trade_no")
                .asText();
        var content = "{\"code\":\"10000\",\"msg\":\"Success\",\"out_trade_no\":\"" + number
                + "\",\"qr_code\":\"https://qr.alipay.com/bench\"}";
        answer(response, "{\"alipay_trade_precreate_response\":" + content + ",\"sign\":\"" + rsa(content) + "\"}");
    }

    private static void answer(HttpServletResponse response, String body) throws IOException {
        response.setContentType("application/json; charset=utf-8");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    /** The callback that tells of a payment. @param id by which a repeat is known */
    HttpRequest callback(String product, Payment payment, String id, boolean forged) {
        return payment.channel() == Channel.WECHAT
                ? wechat(product, payment, id, forged)
                : alipay(product, payment, id, forged);
    }

    private HttpRequest wechat(String product, Payment payment, String id, boolean forged) {
        var transaction = write(Map.of(
                "mchid",
                MERCHANT,
                "appid",
                WECHAT_APP,
                "out_trade_no",
                payment.number(),
                "transaction_id",
                "42" + payment.number(),
                "trade_type",
                "NATIVE",
                "trade_state",
                "SUCCESS",
                "success_time",
                RFC.format(Instant.now().atZone(CHINA)),
                "payer",
                Map.of("openid", "bench"),
                "amount",
                Map.of("total", payment.fen(), "currency", "CNY")));
        var nonce = UUID.randomUUID().toString().substring(0, 12);
        var body = write(Map.of(
                "id",
                id,
                "create_time",
                RFC.format(Instant.now().atZone(CHINA)),
                "resource_type",
                "encrypt-resource",
                "event_type",
                "TRANSACTION.SUCCESS",
                "summary",
                "支付成功",
                "resource",
                Map.of(
                        "original_type", "transaction",
                        "algorithm", "AEAD_AES_256_GCM",
                        "ciphertext", seal(nonce, transaction),
                        "associated_data", "transaction",
                        "nonce", nonce)));
        var request = HttpRequest.newBuilder(URI.create(product + "/api/callbacks/wechat/payment"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        signed(body, forged).forEach(request::header);
        return request.build();
    }

    private HttpRequest alipay(String product, Payment payment, String id, boolean forged) {
        var now = PLAIN.format(Instant.now().atZone(CHINA));
        var yuan = BigDecimal.valueOf(payment.fen(), 2).toPlainString();
        var form = new TreeMap<>(Map.of(
                "notify_id", id,
                "notify_type", "trade_status_sync",
                "notify_time", now,
                "app_id", ALIPAY_APP,
                "seller_id", SELLER,
                "out_trade_no", payment.number(),
                "trade_no", "2026" + payment.number(),
                "trade_status", "TRADE_SUCCESS",
                "total_amount", yuan,
                "gmt_payment", now));
        var text = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
        form.put("sign", rsa(forged ? text + "&forged" : text));
        form.put("sign_type", "RSA2");
        var body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(product + "/api/callbacks/alipay"))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private Map<String, String> signed(String body, boolean forged) {
        try {
            var timestamp = Long.toString(Instant.now().getEpochSecond());
            var nonce = UUID.randomUUID().toString().replace("-", "");
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(platform.getPrivate());
            signature.update((timestamp + "\n" + nonce + "\n" + body + "\n" + (forged ? "forged" : ""))
                    .getBytes(StandardCharsets.UTF_8));
            return Map.of(
                    "Wechatpay-Timestamp", timestamp,
                    "Wechatpay-Nonce", nonce,
                    "Wechatpay-Serial", KEY_ID,
                    "Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048",
                    "Wechatpay-Signature", base64(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String rsa(String text) {
        try {
            return AlipaySignature.rsaSign(text, base64(platform.getPrivate().getEncoded()), "UTF-8", "RSA2");
        } catch (AlipayApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String seal(String nonce, String text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(API_KEY.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
            return base64(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String write(Map<String, Object> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws LifecycleException {
        server.stop();
        server.destroy();
    }
}

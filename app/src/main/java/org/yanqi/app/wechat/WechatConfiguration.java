package org.yanqi.app.wechat;

import com.wechat.pay.java.core.auth.WechatPay2Credential;
import com.wechat.pay.java.core.auth.WechatPay2Validator;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.RSAPrivacyDecryptor;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.util.PemUtil;
import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.refund.RefundService;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yanqi.app.wire.GatewayGuard;
import org.yanqi.app.wire.GatewayProperties;
import org.yanqi.app.wire.KeyText;
import org.yanqi.process.payment.Channel;

/** The SDK's services, pointed at the configured endpoint. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("yanqi.wechat.endpoint")
class WechatConfiguration {
    private static final String SIGNATURES = "WECHATPAY2-SHA256-RSA2048";
    private static final String CIPHER = "AEAD_AES_256_GCM";

    @Bean
    PlatformKeys wechatKeys(WechatProperties properties) {
        var id = properties.publicKeyId();
        var pem = id == null
                ? null
                : KeyText.of("yanqi.wechat.public-key", properties.publicKey(), properties.publicKeyFile());
        return new PlatformKeys(properties.publicKeysDirectory(), id, pem);
    }

    @Bean
    GatewayGuard wechatGuard(GatewayProperties properties, MeterRegistry meters) {
        return new GatewayGuard(Channel.WECHAT, properties, meters);
    }

    @Bean
    HttpClient wechatHttp(WechatProperties properties, PlatformKeys keys, GatewayProperties limits) {
        return client(properties, keys, limits, limits.connect().plus(limits.read()));
    }

    /** A day's bill may be long: only its connection and its pauses are limited as usual. */
    @Bean
    HttpClient wechatDownloads(WechatProperties properties, PlatformKeys keys, GatewayProperties limits) {
        return client(properties, keys, limits, limits.download());
    }

    private static HttpClient client(
            WechatProperties properties, PlatformKeys keys, GatewayProperties limits, Duration most) {
        var endpoint = HttpUrl.get(properties.endpoint());
        if (endpoint == null) {
            throw new IllegalStateException("yanqi.wechat.endpoint is no http address");
        }
        return new DefaultHttpClientBuilder()
                .credential(new WechatPay2Credential(
                        properties.merchantId(), new RSASigner(properties.merchantSerial(), merchantKey(properties))))
                .validator(new WechatPay2Validator(keys))
                .okHttpClient(new OkHttpClient.Builder()
                        .connectTimeout(limits.connect())
                        .readTimeout(limits.read())
                        .callTimeout(most)
                        .addInterceptor(to(endpoint))
                        .build())
                .build();
    }

    private static PrivateKey merchantKey(WechatProperties properties) {
        return PemUtil.loadPrivateKeyFromString(
                KeyText.of("yanqi.wechat.private-key", properties.privateKey(), properties.privateKeyFile()));
    }

    /** The SDK knows one host only. The signature covers path and query but not the host, nor what we put before the path. */
    private static Interceptor to(HttpUrl endpoint) {
        return chain -> {
            var asked = chain.request().url();
            var prefix = endpoint.encodedPath().endsWith("/")
                    ? endpoint.encodedPath().substring(0, endpoint.encodedPath().length() - 1)
                    : endpoint.encodedPath();
            var url = asked.newBuilder()
                    .scheme(endpoint.scheme())
                    .host(endpoint.host())
                    .port(endpoint.port())
                    .encodedPath(prefix + asked.encodedPath())
                    .build();
            return chain.proceed(chain.request().newBuilder().url(url).build());
        };
    }

    @Bean
    NativePayService wechatPayments(@Qualifier("wechatHttp") HttpClient wechatHttp) {
        return new NativePayService.Builder().httpClient(wechatHttp).build();
    }

    @Bean
    RefundService wechatRefunds(@Qualifier("wechatHttp") HttpClient wechatHttp) {
        return new RefundService.Builder().httpClient(wechatHttp).build();
    }

    @Bean
    BillDownloadServiceExtension wechatBillService(
            @Qualifier("wechatDownloads") HttpClient wechatDownloads, WechatProperties properties) {
        return new BillDownloadServiceExtension.Builder()
                .httpClient(wechatDownloads)
                // asked for by the SDK; trade bills are not encrypted
                .decryptor(new RSAPrivacyDecryptor(merchantKey(properties)))
                .build();
    }

    @Bean
    NotificationParser wechatNotifications(WechatProperties properties, PlatformKeys keys) {
        var cipher = new AeadAesCipher(properties.apiV3Key().getBytes(StandardCharsets.UTF_8));
        return new NotificationParser(Map.of(SIGNATURES, keys), Map.of(CIPHER, cipher));
    }
}

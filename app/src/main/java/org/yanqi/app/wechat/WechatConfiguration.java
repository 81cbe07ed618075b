package org.yanqi.app.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.refund.RefundService;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yanqi.app.wire.KeyText;

/** The SDK's services, pointed at the configured endpoint. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("yanqi.wechat.endpoint")
class WechatConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);

    @Bean
    RSAPublicKeyConfig wechatKeys(WechatProperties properties) {
        return new RSAPublicKeyConfig.Builder()
                .merchantId(properties.merchantId())
                .merchantSerialNumber(properties.merchantSerial())
                .privateKey(
                        KeyText.of("yanqi.wechat.private-key", properties.privateKey(), properties.privateKeyFile()))
                .publicKey(KeyText.of("yanqi.wechat.public-key", properties.publicKey(), properties.publicKeyFile()))
                .publicKeyId(properties.publicKeyId())
                .apiV3Key(properties.apiV3Key())
                .build();
    }

    @Bean
    HttpClient wechatHttp(WechatProperties properties, RSAPublicKeyConfig keys) {
        var endpoint = HttpUrl.get(properties.endpoint());
        if (endpoint == null) {
            throw new IllegalStateException("yanqi.wechat.endpoint is no http address");
        }
        return new DefaultHttpClientBuilder()
                .config(keys)
                .okHttpClient(new OkHttpClient.Builder()
                        .connectTimeout(CONNECT)
                        .readTimeout(READ)
                        .callTimeout(CONNECT.plus(READ))
                        .addInterceptor(to(endpoint))
                        .build())
                .build();
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
    NativePayService wechatPayments(HttpClient wechatHttp) {
        return new NativePayService.Builder().httpClient(wechatHttp).build();
    }

    @Bean
    RefundService wechatRefunds(HttpClient wechatHttp) {
        return new RefundService.Builder().httpClient(wechatHttp).build();
    }

    @Bean
    NotificationParser wechatNotifications(RSAPublicKeyConfig keys) {
        return new NotificationParser(keys);
    }
}

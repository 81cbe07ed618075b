package org.yanqi.app.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yanqi.app.wire.GatewayGuard;
import org.yanqi.app.wire.GatewayProperties;
import org.yanqi.app.wire.KeyText;
import org.yanqi.process.payment.Channel;

/** The SDK's client, pointed at the configured gateway. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("yanqi.alipay.endpoint")
class AlipayConfiguration {
    /** Alipay's public key: proves answers and notices. */
    record PublicKey(String base64) {}

    @Bean
    PublicKey alipayPublicKey(AlipayProperties properties) {
        return new PublicKey(KeyText.body(
                KeyText.of("yanqi.alipay.public-key", properties.publicKey(), properties.publicKeyFile())));
    }

    @Bean
    GatewayGuard alipayGuard(GatewayProperties properties, MeterRegistry meters) {
        return new GatewayGuard(Channel.ALIPAY, properties, meters);
    }

    @Bean
    AlipayClient alipayClient(AlipayProperties properties, PublicKey publicKey, GatewayProperties limits)
            throws AlipayApiException {
        var config = new AlipayConfig();
        config.setServerUrl(properties.endpoint());
        config.setAppId(properties.appId());
        config.setPrivateKey(KeyText.body(
                KeyText.of("yanqi.alipay.private-key", properties.privateKey(), properties.privateKeyFile())));
        config.setAlipayPublicKey(publicKey.base64());
        config.setSignType("RSA2");
        config.setCharset("UTF-8");
        config.setFormat("json");
        config.setConnectTimeout(Math.toIntExact(limits.connect().toMillis()));
        config.setReadTimeout(Math.toIntExact(limits.read().toMillis()));
        return new DefaultAlipayClient(config);
    }
}

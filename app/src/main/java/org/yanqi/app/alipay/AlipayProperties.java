package org.yanqi.app.alipay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The merchant's account at Alipay; without an endpoint the channel is not offered.
 *
 * @param endpoint the gateway, as https://openapi.alipay.com/gateway.do
 * @param appId app_id
 * @param sellerId the merchant's user number, 2088…
 * @param privateKey the app's private key (PKCS#8) as PEM or Base64
 * @param privateKeyFile or a file with it
 * @param publicKey Alipay's public key as PEM or Base64
 * @param publicKeyFile or a file with it
 * @param notifyUrl where payments are notified
 * @param noticeWindow how far from now a notice may say that it was sent
 */
@ConditionalOnProperty("yanqi.alipay.endpoint")
@ConfigurationProperties("yanqi.alipay")
public record AlipayProperties(
        String endpoint,
        String appId,
        String sellerId,
        @Nullable String privateKey,
        @Nullable String privateKeyFile,
        @Nullable String publicKey,
        @Nullable String publicKeyFile,
        String notifyUrl,
        @DefaultValue("PT5M") Duration noticeWindow) {}

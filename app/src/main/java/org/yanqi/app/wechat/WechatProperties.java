package org.yanqi.app.wechat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The merchant's account at WeChat Pay; without an endpoint the channel is not offered.
 *
 * @param endpoint where the API is, as https://api.mch.weixin.qq.com; its path, if any, goes before /v3
 * @param merchantId mchid
 * @param appId appid
 * @param merchantSerial serial number of the merchant's API certificate
 * @param privateKey the merchant's private key as PEM
 * @param privateKeyFile or a file with it
 * @param publicKeyId id of WeChat Pay's public key, PUB_KEY_ID_…
 * @param publicKey WeChat Pay's public key as PEM
 * @param publicKeyFile or a file with it
 * @param apiV3Key the 32-byte key of callbacks
 * @param notifyUrl where payments are called back
 * @param refundNotifyUrl where refunds are called back
 */
@ConditionalOnProperty("yanqi.wechat.endpoint")
@ConfigurationProperties("yanqi.wechat")
public record WechatProperties(
        URI endpoint,
        String merchantId,
        String appId,
        String merchantSerial,
        @Nullable String privateKey,
        @Nullable String privateKeyFile,
        String publicKeyId,
        @Nullable String publicKey,
        @Nullable String publicKeyFile,
        String apiV3Key,
        String notifyUrl,
        String refundNotifyUrl) {}

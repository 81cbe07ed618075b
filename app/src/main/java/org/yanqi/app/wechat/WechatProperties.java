package org.yanqi.app.wechat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The merchant's account at WeChat Pay; without an endpoint the channel is not offered.
 *
 * @param endpoint where the API is, as https://api.mch.weixin.qq.com; its path, if any, goes before /v3
 * @param merchantId mchid
 * @param appId appid
 * @param merchantSerial serial number of the merchant's API certificate
 * @param privateKey the merchant's private key as PEM
 * @param privateKeyFile or a file with it
 * @param publicKeyId id of WeChat Pay's public key, PUB_KEY_ID_…; not needed where a folder holds the keys
 * @param publicKey WeChat Pay's public key as PEM
 * @param publicKeyFile or a file with it
 * @param publicKeysDirectory a folder with a file {@code <id>.pem} for each public key: keys come and go without a restart
 * @param apiV3Key the 32-byte key of callbacks
 * @param notifyUrl where payments are called back
 * @param refundNotifyUrl where refunds are called back
 * @param noticeWindow how far from now a callback may have been signed
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
        @Nullable String publicKeyId,
        @Nullable String publicKey,
        @Nullable String publicKeyFile,
        @Nullable Path publicKeysDirectory,
        String apiV3Key,
        String notifyUrl,
        String refundNotifyUrl,
        @DefaultValue("PT5M") Duration noticeWindow) {}

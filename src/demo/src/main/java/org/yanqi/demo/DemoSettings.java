package org.yanqi.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/** The product's configuration for the demo: what the sandbox gave to the merchant, and where everything listens. */
public final class DemoSettings {
    /** The word that only the courier knows, as long as this demo runs. */
    private static final String PUSH_TOKEN = UUID.randomUUID().toString();

    private DemoSettings() {}

    /** Where the courier pushes what happened to a parcel. */
    static String parcelPushes(DemoAddresses at) {
        return callbacks(at) + "/sf?token=" + PUSH_TOKEN;
    }

    private static String callbacks(DemoAddresses at) {
        return "http://127.0.0.1:" + at.port() + "/api/callbacks";
    }

    public static Map<String, Object> of(Path root, DemoAddresses at, Path agentJar) throws IOException {
        var papers = new Properties();
        try (var file = Files.newBufferedReader(root.resolve("sandbox").resolve("merchant.properties"))) {
            papers.load(file);
        }
        var callbacks = callbacks(at);
        var settings = new HashMap<String, Object>();
        settings.put("yanqi.mode", "demo");
        settings.put("yanqi.data", root.toString());
        settings.put("yanqi.public-url", at.product());
        settings.put("yanqi.agent-url", at.agent());
        settings.put("yanqi.security.agent-url", at.agent());
        settings.put("yanqi.agent.download-file", agentJar.toAbsolutePath().toString());
        settings.put("yanqi.ca.public-url", at.product());
        settings.put("yanqi.demo.keys", root.resolve("keys").toString());
        settings.put("yanqi.demo.sandbox", at.sandbox());
        settings.put("yanqi.invoicing.specimen", "true");
        settings.put("yanqi.invoicing.first-poll", "PT5S");
        settings.put("server.port", at.port());
        settings.put("spring.mail.host", papers.getProperty("smtp.host"));
        settings.put("spring.mail.port", papers.getProperty("smtp.port"));
        settings.put("yanqi.wechat.endpoint", papers.getProperty("wechat.base-url"));
        settings.put("yanqi.wechat.merchant-id", papers.getProperty("wechat.merchant-id"));
        settings.put("yanqi.wechat.app-id", papers.getProperty("wechat.app-id"));
        settings.put("yanqi.wechat.merchant-serial", papers.getProperty("wechat.merchant-serial"));
        settings.put("yanqi.wechat.private-key-file", papers.getProperty("wechat.private-key-file"));
        settings.put("yanqi.wechat.public-keys-directory", papers.getProperty("wechat.public-keys-directory"));
        settings.put("yanqi.wechat.api-v3-key", papers.getProperty("wechat.api-v3-key"));
        settings.put("yanqi.wechat.notify-url", callbacks + "/wechat/payment");
        settings.put("yanqi.wechat.refund-notify-url", callbacks + "/wechat/refund");
        settings.put("yanqi.alipay.endpoint", papers.getProperty("alipay.gateway-url"));
        settings.put("yanqi.alipay.app-id", papers.getProperty("alipay.app-id"));
        settings.put("yanqi.alipay.seller-id", papers.getProperty("alipay.seller-id"));
        settings.put("yanqi.alipay.private-key-file", papers.getProperty("alipay.private-key-file"));
        settings.put("yanqi.alipay.public-key-file", papers.getProperty("alipay.public-key-file"));
        settings.put("yanqi.alipay.notify-url", callbacks + "/alipay");
        settings.put("yanqi.tax.endpoint", papers.getProperty("tax.base-url"));
        settings.put("yanqi.tax.secret", papers.getProperty("tax.secret"));
        settings.put("yanqi.tax.callback-url", callbacks + "/tax");
        settings.put("yanqi.sf.endpoint", papers.getProperty("sf.url"));
        settings.put("yanqi.sf.partner-id", papers.getProperty("sf.partner-id"));
        settings.put("yanqi.sf.check-word", papers.getProperty("sf.check-word"));
        settings.put("yanqi.sf.push-token", PUSH_TOKEN);
        settings.put("yanqi.platforms.base-url", papers.getProperty("platforms.base-url"));
        // the sample takes up its days first
        settings.put("yanqi.reconciliation.every", "PT15M");
        settings.put("vaadin.productionMode", "true");
        settings.put("vaadin.launch-browser", "false");
        return settings;
    }
}

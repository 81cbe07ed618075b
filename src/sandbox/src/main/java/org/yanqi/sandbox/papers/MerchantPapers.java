package org.yanqi.sandbox.papers;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.yanqi.sandbox.wire.Crypto;

/**
 * Numbers, secrets and keys that the outside services gave to the merchant; drawn at first start, kept in
 * {@code merchant.properties} and PEM files beside it. What only the services themselves hold is in the
 * directory {@code services}, which the product must never read.
 */
public final class MerchantPapers {
    /** What the merchant received; names as in the README. */
    private final Map<String, String> values;

    private final KeyPair wechatMerchant;
    private final PlatformKeys wechatPlatform;
    private final KeyPair alipayApp;
    private final KeyPair alipayPlatform;

    /**
     * The papers in this directory, drawn up if there are none.
     *
     * @throws UncheckedIOException if they cannot be read or written
     */
    public MerchantPapers(Path directory, String publicUrl, int smtpPort) {
        try {
            Files.createDirectories(directory);
            wechatMerchant = Pem.keyPair(directory.resolve("wechat-merchant-key.pem"));
            KeyPair first = Pem.keyPair(directory.resolve("services/wechat-platform-key.pem"));
            alipayApp = Pem.keyPair(directory.resolve("alipay-app-key.pem"));
            alipayPlatform = Pem.keyPair(directory.resolve("services/alipay-platform-key.pem"));
            Path wechatPublic = directory.resolve("wechat-platform-public-key.pem");
            Path alipayPublic = directory.resolve("alipay-public-key.pem");
            Pem.write(alipayPublic, "PUBLIC KEY", alipayPlatform.getPublic().getEncoded());
            values = draw(read(directory.resolve("merchant.properties")));
            wechatPlatform = new PlatformKeys(directory, get("wechat.public-key-id"), first);
            values.put("wechat.public-key-id", wechatPlatform.id());
            Pem.write(
                    wechatPublic,
                    "PUBLIC KEY",
                    wechatPlatform.pair().getPublic().getEncoded());
            values.put(
                    "wechat.public-keys-directory", wechatPlatform.directory().toString());
            values.put("wechat.base-url", publicUrl + "/wechat");
            values.put(
                    "wechat.private-key-file",
                    directory.resolve("wechat-merchant-key.pem").toString());
            values.put("wechat.public-key-file", wechatPublic.toString());
            values.put("alipay.gateway-url", publicUrl + "/alipay/gateway.do");
            values.put(
                    "alipay.private-key-file",
                    directory.resolve("alipay-app-key.pem").toString());
            values.put("alipay.public-key-file", alipayPublic.toString());
            values.put("alipay.private-key", base64(alipayApp.getPrivate().getEncoded()));
            values.put("alipay.public-key", base64(alipayPlatform.getPublic().getEncoded()));
            values.put("tax.base-url", publicUrl + "/tax");
            values.put("sf.url", publicUrl + "/sf/std/service");
            values.put("platforms.base-url", publicUrl + "/platforms");
            values.put("smtp.host", "127.0.0.1");
            values.put("smtp.port", Integer.toString(smtpPort));
            write(directory.resolve("merchant.properties"), values);
        } catch (IOException e) {
            throw new UncheckedIOException("the merchant's papers in " + directory, e);
        }
    }

    private static Map<String, String> draw(Map<String, String> known) {
        known.computeIfAbsent("wechat.merchant-id", k -> "16" + Crypto.digits(8));
        known.computeIfAbsent("wechat.app-id", k -> "wx" + hex(16));
        known.computeIfAbsent("wechat.merchant-serial", k -> hex(40).toUpperCase(Locale.ROOT));
        known.computeIfAbsent("wechat.public-key-id", k -> "PUB_KEY_ID_01" + Crypto.digits(24));
        known.computeIfAbsent("wechat.api-v3-key", k -> Crypto.word(32));
        known.computeIfAbsent("alipay.app-id", k -> "2021" + Crypto.digits(12));
        known.computeIfAbsent("alipay.seller-id", k -> "2088" + Crypto.digits(12));
        known.computeIfAbsent("tax.secret", k -> Crypto.word(40));
        known.computeIfAbsent("sf.partner-id", k -> "YQ" + Crypto.word(10));
        known.computeIfAbsent("sf.check-word", k -> Crypto.word(32));
        return known;
    }

    private static String hex(int length) {
        byte[] digest = Crypto.digest("SHA-256", Crypto.word(40).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, length);
    }

    private static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        Map<String, String> read = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> read.put(name, properties.getProperty(name)));
        return read;
    }

    private static void write(Path file, Map<String, String> values) throws IOException {
        StringWriter text = new StringWriter();
        text.write(
                "# What the merchant received from the sandbox's services. Rehearsal only: nothing here is worth money.\n");
        values.forEach((name, value) -> text.write(name + "=" + value.replace("\\", "\\\\") + "\n"));
        Files.writeString(file, text.toString());
    }

    /** The value of this name. */
    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no paper called " + name);
        }
        return value;
    }

    /** The merchant's key pair at WeChat Pay. */
    public KeyPair wechatMerchant() {
        return wechatMerchant;
    }

    /** WeChat Pay's own keys. */
    public PlatformKeys wechatPlatform() {
        return wechatPlatform;
    }

    /** The merchant's key pair at Alipay. */
    public KeyPair alipayApp() {
        return alipayApp;
    }

    /** Alipay's own key pair. */
    public KeyPair alipayPlatform() {
        return alipayPlatform;
    }
}

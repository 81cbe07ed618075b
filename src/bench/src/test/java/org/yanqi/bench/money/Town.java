package org.yanqi.bench.money;

import com.wechat.pay.java.core.util.PemUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.yanqi.bench.product.ProductSide;
import org.yanqi.bench.sql.BenchPostgres;
import org.yanqi.sandbox.Sandbox;
import org.yanqi.sandbox.SandboxOptions;

/** The product on PostgreSQL with its real payment adapters, and the sandbox whose gateways they speak with. */
final class Town implements AutoCloseable {
    private final Path data = Files.createTempDirectory("yanqi-races");
    private final int sandboxPort = freePort();
    private final int mailPort = freePort();
    private final BenchPostgres postgres;
    private final ProductSide product;
    private final int port = freePort();
    private Sandbox sandbox;

    private static @Nullable Town shared;

    /** One town for all tests of a run; it closes with the run. */
    static synchronized Town shared() throws Exception {
        var known = shared;
        if (known == null) {
            var made = new Town();
            Runtime.getRuntime().addShutdownHook(new Thread(made::closeAtLast, "town-close"));
            shared = made;
            return made;
        }
        return known;
    }

    private void closeAtLast() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Town() throws Exception {
        sandbox = open();
        postgres = BenchPostgres.start();
        product = new ProductSide(postgres.database("races"), settings(papers(sandbox), port));
    }

    ProductSide product() {
        return product;
    }

    /** Where the product hears callbacks. */
    String callbacks() {
        return "http://127.0.0.1:" + port + "/api/callbacks";
    }

    /** What the merchant was given. */
    String paper(String name) throws IOException {
        return papers(sandbox).getProperty(name);
    }

    /** WeChat's own key, which only the gateway has: a test must be able to sign as it does. */
    PrivateKey wechatKey() throws IOException {
        var changed = data.resolve("services/wechat-platform-keys").resolve(books().signingKey() + ".pem");
        return key(Files.exists(changed) ? changed : data.resolve("services/wechat-platform-key.pem"));
    }

    /** Alipay's own key. */
    PrivateKey alipayKey() throws IOException {
        return key(data.resolve("services/alipay-platform-key.pem"));
    }

    private static PrivateKey key(Path file) throws IOException {
        return PemUtil.loadPrivateKeyFromString(Files.readString(file));
    }

    SandboxBooks books() {
        return new SandboxBooks(sandbox.url());
    }

    /** The sandbox writes all it knows several times a second: between batches it forgets, so that long runs stay quick. */
    void turnThePage() throws IOException {
        sandbox.close();
        for (var name : List.of("purchases", "callbacks")) {
            Files.deleteIfExists(data.resolve(name + ".json"));
        }
        sandbox = open();
    }

    private Sandbox open() {
        var opened = Sandbox.start(
                SandboxOptions.usual(sandboxPort, mailPort, data).repeating(List.of(Duration.ofSeconds(1))));
        var books = new SandboxBooks(opened.url());
        books.withhold("wechat");
        books.withhold("alipay");
        return opened;
    }

    private static Map<String, Object> settings(Properties papers, int port) {
        var callbacks = "http://127.0.0.1:" + port + "/api/callbacks";
        var settings = new HashMap<String, Object>();
        settings.put("server.port", port);
        settings.put("yanqi.public-url", "http://127.0.0.1:" + port);
        settings.put("yanqi.wechat.endpoint", papers.getProperty("wechat.base-url"));
        for (var name : List.of(
                "merchant-id",
                "app-id",
                "merchant-serial",
                "private-key-file",
                "public-keys-directory",
                "api-v3-key")) {
            settings.put("yanqi.wechat." + name, papers.getProperty("wechat." + name));
        }
        settings.put("yanqi.wechat.notify-url", callbacks + "/wechat/payment");
        settings.put("yanqi.wechat.refund-notify-url", callbacks + "/wechat/refund");
        settings.put("yanqi.alipay.endpoint", papers.getProperty("alipay.gateway-url"));
        for (var name : List.of("app-id", "seller-id", "private-key-file", "public-key-file")) {
            settings.put("yanqi.alipay." + name, papers.getProperty("alipay." + name));
        }
        settings.put("yanqi.alipay.notify-url", callbacks + "/alipay");
        settings.put("yanqi.workers.pauses", "PT0.2S,PT0.2S,PT0.5S,PT1S,PT2S,PT2S,PT5S,PT5S,PT5S,PT5S");
        settings.put("yanqi.workers.threads", "8");
        settings.put("yanqi.engine.retries", "PT0.2S,PT0.5S,PT1S,PT2S,PT5S");
        settings.put("yanqi.record.seal-every", "PT1H");
        settings.put("yanqi.payment.inbox-first-pause", "PT0.1S");
        settings.put("spring.datasource.hikari.maximum-pool-size", "40");
        return settings;
    }

    private static Properties papers(Sandbox sandbox) throws IOException {
        var papers = new Properties();
        try (var reader = Files.newBufferedReader(sandbox.merchantProperties())) {
            papers.load(reader);
        }
        return papers;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        product.close();
        sandbox.close();
        postgres.close();
        FileSystemUtils.deleteRecursively(data);
    }
}

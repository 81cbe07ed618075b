package org.yanqi.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yanqi.sandbox.alipay.AlipayGateway;
import org.yanqi.sandbox.courier.CourierService;
import org.yanqi.sandbox.courier.Depot;
import org.yanqi.sandbox.mail.PostOffice;
import org.yanqi.sandbox.page.Controls;
import org.yanqi.sandbox.page.IndexPage;
import org.yanqi.sandbox.page.MailboxPage;
import org.yanqi.sandbox.page.PhonePage;
import org.yanqi.sandbox.page.World;
import org.yanqi.sandbox.papers.MerchantPapers;
import org.yanqi.sandbox.platform.Platforms;
import org.yanqi.sandbox.tax.RedLetters;
import org.yanqi.sandbox.tax.TaxChannel;
import org.yanqi.sandbox.tax.TaxOffice;
import org.yanqi.sandbox.till.Till;
import org.yanqi.sandbox.wechat.WechatGateway;
import org.yanqi.sandbox.wire.Callbacks;
import org.yanqi.sandbox.wire.Shelves;
import org.yanqi.sandbox.wire.Switchboard;
import org.yanqi.sandbox.wire.WebServer;

/** A running sandbox: all stand-ins in this JVM. Whoever starts it in-process still meets the services by wire only. */
public final class Sandbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

    private final SandboxOptions options;
    private final ScheduledExecutorService timer;
    private final Shelves shelves;
    private final PostOffice mail;
    private final WebServer app;
    private final String publicUrl;

    private Sandbox(SandboxOptions asked) {
        this.options = asked;
        int port = asked.port() == 0 ? freePort() : asked.port();
        this.publicUrl = asked.publicUrl().isEmpty() ? "http://127.0.0.1:" + port : asked.publicUrl();
        this.timer = Executors.newScheduledThreadPool(8, Sandbox::worker);
        this.shelves = new Shelves(asked.data(), timer);
        Switchboard switches = new Switchboard(shelves, services());
        Callbacks callbacks = new Callbacks(asked.clock(), shelves, switches, timer, asked.callbackPauses());
        MerchantPapers papers = new MerchantPapers(asked.data().toAbsolutePath(), publicUrl, asked.smtpPort());
        Till till = new Till(asked.clock(), shelves);
        WechatGateway wechat = new WechatGateway(asked.clock(), papers, till, callbacks, timer, publicUrl);
        AlipayGateway alipay = new AlipayGateway(asked.clock(), papers, till, callbacks, publicUrl);
        TaxOffice office = new TaxOffice(asked.clock(), shelves, timer, asked.taxDelay());
        TaxChannel tax = new TaxChannel(
                asked.clock(),
                papers,
                office,
                callbacks,
                publicUrl,
                asked.data().resolve("specimens"));
        RedLetters redLetters = new RedLetters(asked.clock(), office, shelves);
        Depot depot = new Depot(asked.clock(), shelves);
        CourierService courier = new CourierService(papers, depot, callbacks, shelves);
        Platforms platforms = new Platforms(asked.clock(), shelves);
        this.mail = new PostOffice(asked.clock(), asked.smtpPort(), switches, shelves);
        World world = new World(
                asked.clock(), switches, callbacks, till, wechat, office, redLetters, depot, courier, platforms, mail);

        this.app = new WebServer(asked.host(), port);
        app.before("/", new Gate(switches, asked.slowness()));
        wechat.routes(app);
        alipay.routes(app);
        tax.routes(app);
        redLetters.routes(app);
        courier.routes(app);
        platforms.routes(app);
        new PhonePage(world).routes(app);
        new IndexPage(world).routes(app);
        new MailboxPage(world).routes(app);
        new Controls(world).routes(app);
        app.refuse((ctx, refusal) -> {
            if (ctx.path().startsWith("/wechat/")) {
                wechat.refuse(ctx, refusal);
            } else {
                ctx.status(refusal.status()).json(Map.of("code", refusal.code(), "message", refusal.words()));
            }
        });
        mail.follow();
        app.start();
        callbacks.resume();
        wechat.resume();
        office.resume();
    }

    /**
     * Starts a sandbox and returns once everything listens.
     *
     * @throws RuntimeException if a port is taken or the data directory cannot be used
     */
    public static Sandbox start(SandboxOptions options) {
        Sandbox sandbox = new Sandbox(options);
        LOG.info("sandbox at {}, mail at port {}, papers in {}", sandbox.url(), options.smtpPort(), options.data());
        return sandbox;
    }

    private static List<String> services() {
        List<String> services = new ArrayList<>(List.of("wechat", "alipay", "tax", "sf", "smtp"));
        services.addAll(Platforms.catalogue().keySet());
        return services;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "sandbox-worker");
        thread.setDaemon(true);
        return thread;
    }

    /** How others reach it. */
    public String url() {
        return publicUrl;
    }

    /** The properties file that a merchant would fill in from the services' letters. */
    public Path merchantProperties() {
        return options.data().toAbsolutePath().resolve("merchant.properties");
    }

    /** Stops listening and writes what is still unwritten. */
    @Override
    public void close() {
        app.close();
        mail.close();
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("the sandbox's workers did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shelves.close();
    }
}

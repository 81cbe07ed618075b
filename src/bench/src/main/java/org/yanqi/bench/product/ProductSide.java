package org.yanqi.bench.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.yanqi.app.YanqiApplication;
import org.yanqi.bench.drive.Side;
import org.yanqi.bench.drive.Tuning;
import org.yanqi.bench.sql.SqlMeter;
import org.yanqi.demo.sample.SampleCompanies;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.SealRecord;

/** The product with its own configuration on PostgreSQL. */
public final class ProductSide implements Side {
    private static final long SEED = 20261122;

    private final Path data;
    private final ConfigurableApplicationContext context;
    private final BlockingQueue<Prepared> ready = new LinkedBlockingQueue<>();
    private int made;

    /** @param more settings beside those of the product's own configuration */
    public ProductSide(String url, Map<String, Object> more) throws IOException {
        data = Files.createTempDirectory("yanqi-bench");
        var settings = new HashMap<String, Object>(Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "",
                "yanqi.data", data.toString(),
                "yanqi.mode", "demo",
                "server.port", "0",
                "vaadin.productionMode", "true",
                "logging.level.root", "warn"));
        settings.putAll(more);
        var application = new SpringApplication(YanqiApplication.class, ProductBeans.class);
        // as on a command line, so that they come before the product's own
        context = application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    /** How the product's engine is tuned, for the other side to be tuned alike. */
    public Tuning tuning() {
        var settings = context.getEnvironment();
        var jobs = "camunda.bpm.job-execution.";
        return new Tuning(
                settings.getRequiredProperty("spring.datasource.hikari.maximum-pool-size", Integer.class),
                settings.getRequiredProperty("spring.datasource.hikari.minimum-idle", Integer.class),
                settings.getRequiredProperty("yanqi.workers.threads", Integer.class),
                settings.getRequiredProperty(jobs + "core-pool-size", Integer.class),
                settings.getRequiredProperty(jobs + "max-pool-size", Integer.class),
                settings.getRequiredProperty(jobs + "queue-capacity", Integer.class),
                settings.getRequiredProperty(jobs + "max-jobs-per-acquisition", Integer.class),
                settings.getRequiredProperty(jobs + "lock-time-in-millis", Integer.class),
                settings.getRequiredProperty(jobs + "wait-time-in-millis", Integer.class),
                settings.getRequiredProperty(jobs + "max-wait", Long.class),
                settings.getRequiredProperty(jobs + "backoff-time-in-millis", Integer.class),
                settings.getRequiredProperty(jobs + "max-backoff", Long.class));
    }

    /** The product's own certification authority. */
    public CertificateAuthority authority() {
        return context.getBean(CertificateAuthority.class);
    }

    @Override
    public String name() {
        return "product";
    }

    @Override
    public void prepare(int renewals) throws Exception {
        var actor = Actor.system("bench");
        var companies =
                context.getBean(SampleCompanies.class).make(actor, new Random(SEED + made), made, made + renewals, 0);
        made += renewals;
        for (var company : companies) {
            ready.add(Prepared.of(company));
        }
        var seal = context.getBean(SealRecord.class);
        int sealed;
        do {
            // before the clock starts
            sealed = seal.seal();
        } while (sealed > 0);
    }

    @Override
    public void resume() {
        // the product works as long as it is up
    }

    @Override
    public void pause() {
        // idle, it looks a few times a second whether there is something to do
    }

    @Override
    public void renew() throws Exception {
        context.getBean(ProductLifecycle.class).renew(ready.remove());
    }

    @Override
    public SqlMeter meter() {
        return context.getBean(SqlMeter.class);
    }

    @Override
    public void close() {
        context.close();
        FileSystemUtils.deleteRecursively(data.toFile());
    }
}

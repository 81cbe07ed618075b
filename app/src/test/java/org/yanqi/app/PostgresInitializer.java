package org.yanqi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives an application under test a fresh database and a data folder of its own. */
public class PostgresInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Queue<ConfigurableApplicationContext> STARTED = new ConcurrentLinkedQueue<>();

    /** Before the database server stops with the JVM; otherwise each application waits for it in vain. */
    static void closeAll() {
        STARTED.forEach(ConfigurableApplicationContext::close);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        STARTED.add(context);
        try {
            TestPropertyValues.of(
                            "spring.datasource.url=" + RealPostgres.freshDatabase(),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=",
                            "yanqi.data=" + Files.createTempDirectory("yanqi-test"))
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

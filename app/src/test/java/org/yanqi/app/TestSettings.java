package org.yanqi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;

/** What all applications under test have in common: a data folder of their own, short pauses, a mail server that is down. */
final class TestSettings {
    private static final Queue<ConfigurableApplicationContext> STARTED = new ConcurrentLinkedQueue<>();

    private TestSettings() {}

    static void applyTo(ConfigurableApplicationContext context, String... more) {
        STARTED.add(context);
        try {
            TestPropertyValues.of(
                            "yanqi.data=" + Files.createTempDirectory("yanqi-test"),
                            "yanqi.ca.cmp.enabled=true",
                            "yanqi.workers.pauses=PT0.05S,PT0.05S",
                            "yanqi.payment.refusals-recorded-a-minute=100000",
                            "yanqi.notice.every=PT0.2S",
                            "yanqi.notice.first-pause=PT0.2S",
                            "spring.mail.host=127.0.0.1",
                            "spring.mail.port=" + TestMail.PORT)
                    .and(more)
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before the database server stops with the JVM; otherwise each application waits for it in vain. */
    static void closeAll() {
        STARTED.forEach(ConfigurableApplicationContext::close);
    }
}

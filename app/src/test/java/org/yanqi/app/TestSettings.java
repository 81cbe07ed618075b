package org.yanqi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * What all applications under test have in common: a data folder of their own, short pauses, a mail server that is down, and the keys that
 * the first of them made, since making and sealing them takes seconds.
 */
final class TestSettings {
    private static final Queue<ConfigurableApplicationContext> STARTED = new ConcurrentLinkedQueue<>();
    private static final List<String> KEYS = List.of(
            "ca/rsa-root.p12",
            "ca/rsa-issuing.p12",
            "ca/sm2-root.p12",
            "ca/sm2-issuing.p12",
            "record-key.pem",
            "ticket-key.jwe");
    private static final Queue<Path> FOLDERS = new ConcurrentLinkedQueue<>();

    private TestSettings() {}

    static void applyTo(ConfigurableApplicationContext context, String... more) {
        STARTED.add(context);
        try {
            TestPropertyValues.of(
                            "yanqi.data=" + folder(),
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

    private static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("yanqi-test");
        for (Path made : FOLDERS) {
            if (KEYS.stream().map(made::resolve).allMatch(Files::exists)) {
                Files.createDirectory(folder.resolve("ca"));
                for (String file : KEYS) {
                    Files.copy(made.resolve(file), folder.resolve(file));
                }
                break;
            }
        }
        FOLDERS.add(folder);
        return folder;
    }

    /** Before the database server stops with the JVM; otherwise each application waits for it in vain. */
    static void closeAll() throws IOException {
        STARTED.forEach(ConfigurableApplicationContext::close);
        for (Path folder : FOLDERS) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}

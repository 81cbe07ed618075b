package org.yanqi.agent;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.job.StepWatcher;
import org.yanqi.agent.pkcs11.Pkcs11Settings;
import org.yanqi.agent.product.Pace;

/**
 * What an agent needs to start.
 *
 * @param port on 127.0.0.1; 0 for any free one
 * @param origins the sites whose tickets it works off, each exactly as a browser sends it: scheme://host[:port]
 * @param keys the directory of software keys
 * @param pkcs11 the vendor's library; null where there are software keys only
 */
public record AgentConfig(
        int port,
        Set<String> origins,
        Path keys,
        @Nullable Pkcs11Settings pkcs11,
        Clock clock,
        Pace pace,
        StepWatcher watcher) {
    /** The agent's usual port. */
    public static final int PORT = 18580;

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[1-9][0-9]{0,4})?");

    public AgentConfig {
        origins = Set.copyOf(origins);
        origins.forEach(AgentConfig::requireOrigin);
    }

    /** An agent as on a customer's machine. */
    public static AgentConfig of(int port, Set<String> origins, Path keys) {
        return new AgentConfig(port, origins, keys, null, Clock.systemUTC(), Pace.usual(), StepWatcher.NOBODY);
    }

    /** The same with another pace, clock and watcher, for tests and the demo. */
    public AgentConfig with(Clock otherClock, Pace otherPace, StepWatcher otherWatcher) {
        return new AgentConfig(port, origins, keys, pkcs11, otherClock, otherPace, otherWatcher);
    }

    /** The same with the keys behind a PKCS#11 library too. */
    public AgentConfig withPkcs11(@Nullable Pkcs11Settings settings) {
        return new AgentConfig(port, origins, keys, settings, clock, pace, watcher);
    }

    /**
     * Reads the allowed origins from a properties file: {@code origins=https://… https://…}.
     *
     * @throws IOException if it cannot be read or lists none
     */
    public static Set<String> readOrigins(Path file) throws IOException {
        Properties settings = read(file);
        String origins = settings.getProperty("origins", "").strip();
        if (origins.isEmpty()) {
            throw new IOException(file + " lists no origins: origins=https://…");
        }
        return Set.of(origins.split("\\s+"));
    }

    /**
     * Reads where a vendor's keys are: {@code pkcs11.library=/usr/lib/…so} and perhaps {@code pkcs11.slot=0}.
     *
     * @return null if the file names no library
     * @throws IOException if it cannot be read, or the slot is no number
     */
    public static @Nullable Pkcs11Settings readPkcs11(Path file) throws IOException {
        Properties settings = read(file);
        String library = settings.getProperty("pkcs11.library", "").strip();
        String slot = settings.getProperty("pkcs11.slot", "").strip();
        if (!slot.matches("[0-9]{0,18}")) {
            throw new IOException(file + ": pkcs11.slot is the number of a slot");
        }
        return library.isEmpty()
                ? null
                : new Pkcs11Settings(Path.of(library), slot.isEmpty() ? null : Long.valueOf(slot));
    }

    private static Properties read(Path file) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        return settings;
    }

    private static void requireOrigin(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("not an origin (scheme://host[:port], no slash behind it): " + origin);
        }
        String host = URI.create(origin).getHost();
        boolean here = "localhost".equals(host) || "127.0.0.1".equals(host);
        if (origin.startsWith("http:") && !here) {
            throw new IllegalArgumentException("a site on another machine must be https: " + origin);
        }
    }
}

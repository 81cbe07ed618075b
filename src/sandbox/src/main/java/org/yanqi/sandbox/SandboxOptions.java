package org.yanqi.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How a sandbox is set up.
 *
 * @param host the address to listen on
 * @param port HTTP; 0 picks a free one
 * @param smtpPort SMTP
 * @param data where papers and state are kept
 * @param publicUrl how others reach it, without a slash at the end; empty: http://127.0.0.1:port
 * @param taxDelay how long the tax channel takes for a decision
 * @param slowness how long a slow service takes for an answer
 * @param callbackPauses the pauses before each repeat of a callback
 * @param clock tells the time
 */
public record SandboxOptions(
        String host,
        int port,
        int smtpPort,
        Path data,
        String publicUrl,
        Duration taxDelay,
        Duration slowness,
        List<Duration> callbackPauses,
        Clock clock) {
    /** The repeats of the real gateways, compressed from a day to about half an hour. */
    public static final List<Duration> PAUSES = List.of(1, 1, 2, 5, 10, 20, 30, 30, 60, 60, 120, 300, 600, 600).stream()
            .map(Duration::ofSeconds)
            .toList();

    /** The usual set-up on these ports and this directory. */
    public static SandboxOptions usual(int port, int smtpPort, Path data) {
        return new SandboxOptions(
                "127.0.0.1",
                port,
                smtpPort,
                data,
                "",
                Duration.ofMillis(1500),
                Duration.ofSeconds(3),
                PAUSES,
                Clock.systemUTC());
    }

    /** The same, reached under another address. */
    public SandboxOptions reachedAt(String url) {
        return new SandboxOptions(host, port, smtpPort, data, url, taxDelay, slowness, callbackPauses, clock);
    }

    /** The same with a quicker or slower tax channel. */
    public SandboxOptions deciding(Duration delay) {
        return new SandboxOptions(host, port, smtpPort, data, publicUrl, delay, slowness, callbackPauses, clock);
    }

    /** The same with other pauses before the repeats of a callback. */
    public SandboxOptions repeating(List<Duration> pauses) {
        return new SandboxOptions(host, port, smtpPort, data, publicUrl, taxDelay, slowness, pauses, clock);
    }
}

package org.yanqi.agent.product;

import java.time.Duration;

/**
 * How patiently the agent waits.
 *
 * @param backOff before the first retry of a call; doubles with each further one
 * @param tries calls of one kind before the product counts as unreachable
 * @param poll between two questions for the certificate
 * @param polls questions before giving up; the customer may start again at any time
 * @param pin how long the PIN page waits for the customer
 */
public record Pace(Duration backOff, int tries, Duration poll, int polls, Duration pin) {
    /** For people: some half a minute of retries, ten minutes for a certificate, five for a PIN. */
    public static Pace usual() {
        return new Pace(Duration.ofMillis(500), 7, Duration.ofSeconds(1), 600, Duration.ofMinutes(5));
    }
}

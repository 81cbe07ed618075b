package org.yanqi.process.signal;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How work outside the building is done.
 *
 * @param enabled false on a node that only serves screens
 * @param threads how many calls run at once on this node
 * @param idle pause of the poll when nothing was found; what this node itself makes is fetched at once
 * @param lock after which another node takes over a task; longer than the slowest call may take
 * @param pauses between the attempts; when the attempt after the last pause fails, a person is asked
 */
@ConfigurationProperties("yanqi.workers")
public record WorkerProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("4") int threads,
        @DefaultValue("PT0.25S") Duration idle,
        @DefaultValue("PT60S") Duration lock,

        @DefaultValue({"PT2S", "PT10S", "PT30S", "PT2M", "PT5M", "PT15M", "PT30M"})
        List<Duration> pauses) {

    /** Attempts in all. */
    public int attempts() {
        return pauses.size() + 1;
    }

    /** @param attempt the one that has just failed, from 1 */
    public Duration pauseAfter(int attempt) {
        return pauses.isEmpty() ? Duration.ZERO : pauses.get(Math.min(Math.max(attempt, 1), pauses.size()) - 1);
    }
}

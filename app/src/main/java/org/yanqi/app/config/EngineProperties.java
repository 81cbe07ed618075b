package org.yanqi.app.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine works in this house.
 *
 * @param retries pauses between the attempts of a failed job, ISO durations by commas; one attempt more than pauses
 * @param cleanupFrom when old history begins to be removed each night, as HH:mm in the machine's zone
 * @param cleanupUntil when removing stops
 */
@ConfigurationProperties("yanqi.engine")
record EngineProperties(
        @DefaultValue("PT10S,PT1M,PT5M,PT15M,PT30M") String retries,
        @DefaultValue("02:00") String cleanupFrom,
        @DefaultValue("05:00") String cleanupUntil) {}

package org.yanqi.process.rekey;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Updating keys.
 *
 * @param ticketLife how long a ticket for the key agent is good
 * @param askPlatforms how often platforms are asked for open bids before a silent one counts as unknown
 * @param platformsWithin how long all platforms together may take each time; shorter than the workers' lock
 * @param remindBefore how long before an agreed day the holder is reminded of it
 */
@ConfigurationProperties("yanqi.rekey")
public record RekeyProperties(
        @DefaultValue("PT15M") Duration ticketLife,
        @DefaultValue("3") int askPlatforms,
        @DefaultValue("PT40S") Duration platformsWithin,
        @DefaultValue("P1D") Duration remindBefore) {}

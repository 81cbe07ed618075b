package org.yanqi.process.rekey;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Updating keys.
 *
 * @param ticketLife how long a ticket for the key agent is good
 */
@ConfigurationProperties("yanqi.rekey")
public record RekeyProperties(@DefaultValue("PT15M") Duration ticketLife) {}

package org.yanqi.process.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters are written and sent.
 *
 * @param messageDomain behind the @ of the Message-ID
 * @param firstPause after a letter that no server took; doubled with each attempt
 * @param longestPause between two attempts
 */
@ConfigurationProperties("yanqi.notice")
public record NoticeProperties(
        @DefaultValue("yanqi.local") String messageDomain,
        @DefaultValue("PT15S") Duration firstPause,
        @DefaultValue("PT10M") Duration longestPause) {

    Duration pauseAfter(int attempts) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempts - 1, 16));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}

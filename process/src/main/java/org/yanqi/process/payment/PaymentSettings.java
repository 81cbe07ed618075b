package org.yanqi.process.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patiently money is looked for.
 *
 * @param refusalsRecordedAMinute how many refused callbacks go on the record; all are counted
 * @param inboxEvery how often the inbox is looked into; what arrives on this node is handled at once
 * @param inboxFirstPause before an event that could not be handled is looked at again; doubled each time up to the longest
 * @param inboxPatience how long money waits for its case to be at a wait before an exception owns it
 * @param queryEvery how often it is looked whether a payment is to be asked after
 * @param queriesAtOnce how many are asked after in one look
 * @param firstQuery after how long an open payment is asked after; doubled each time up to the longest pause
 */
@ConfigurationProperties("yanqi.payment")
public record PaymentSettings(
        @DefaultValue("30") int refusalsRecordedAMinute,
        @DefaultValue("PT2S") Duration inboxEvery,
        @DefaultValue("PT1S") Duration inboxFirstPause,
        @DefaultValue("PT1M") Duration inboxLongestPause,
        @DefaultValue("PT10M") Duration inboxPatience,
        @DefaultValue("PT5S") Duration queryEvery,
        @DefaultValue("50") int queriesAtOnce,
        @DefaultValue("PT30S") Duration firstQuery,
        @DefaultValue("PT10M") Duration longestQueryPause) {
    private static final int DOUBLINGS = 20;

    /** The pause before an event is looked at again, after so many attempts. */
    Duration inboxPause(int attempts) {
        return doubled(inboxFirstPause, inboxLongestPause, attempts);
    }

    /** The pause before a payment is asked after, after so many queries. */
    Duration queryPause(int queries) {
        return doubled(firstQuery, longestQueryPause, queries);
    }

    private static Duration doubled(Duration first, Duration longest, int times) {
        var pause = first.multipliedBy(1L << Math.min(times, DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}

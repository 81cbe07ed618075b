package org.yanqi.process.renewal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration of renewals.
 *
 * @param paymentWindow from placing the order until it is closed unpaid
 * @param daysBefore from how many days before its expiry a certificate can be renewed (R3)
 * @param daysAfter until how many days after its expiry; a certificate lapsed for longer is reviewed first (R3)
 * @param draftKept after how long a draft that nobody touches is abandoned
 * @param supersedeGrace how long the old certificate stays valid once the new one is confirmed
 */
@ConfigurationProperties("yanqi.renewal")
public record RenewalSettings(
        @DefaultValue("PT2H") Duration paymentWindow,
        @DefaultValue("90") int daysBefore,
        @DefaultValue("365") int daysAfter,
        @DefaultValue("P7D") Duration draftKept,
        @DefaultValue("PT0S") Duration supersedeGrace) {}

package org.yanqi.process.payment.reconciliation;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How days are reconciled.
 *
 * @param enabled whether this node starts days; days that are under way go on all the same
 * @param billTime from when, Asia/Shanghai, the bills of the day before can be had
 * @param patience after how long a bill that does not come is looked for by a person
 * @param lateLooks on how many days after its first signature a day is looked at again for late rows
 * @param largestFeePercent a fee beyond this share of its amount is strange
 * @param catchUpDays how many days back are caught up at most when the house was down, as long as channels keep bills
 */
@ConfigurationProperties("yanqi.reconciliation")
public record ReconciliationSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10:10") LocalTime billTime,
        @DefaultValue("P1D") Duration patience,
        @DefaultValue("3") int lateLooks,
        @DefaultValue("1") int largestFeePercent,
        @DefaultValue("90") int catchUpDays) {}

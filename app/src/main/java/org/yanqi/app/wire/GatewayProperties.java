package org.yanqi.app.wire;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long payment providers are waited for, and when they are left in peace.
 *
 * @param connect time-out of a connection
 * @param read time-out of an answer
 * @param download time-out of a whole daily bill
 * @param calls how many calls the circuit remembers
 * @param atLeast how many of them it wants to have seen before it opens
 * @param failureRate per cent of them without an answer that open it
 * @param pause how long it stays open: every call is without an answer at once
 * @param trials how many calls are let through after the pause, to see whether the provider is back
 */
@ConfigurationProperties("yanqi.gateway")
public record GatewayProperties(
        @DefaultValue("PT5S") Duration connect,
        @DefaultValue("PT10S") Duration read,
        @DefaultValue("PT10M") Duration download,
        @DefaultValue("20") int calls,
        @DefaultValue("10") int atLeast,
        @DefaultValue("50") int failureRate,
        @DefaultValue("PT15S") Duration pause,
        @DefaultValue("3") int trials) {}

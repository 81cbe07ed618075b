package org.yanqi.app.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows the promises as health {@code invariants} and counts the broken ones for whoever watches. */
@Configuration
class HealthConfiguration {

    @Bean
    HealthIndicator invariantsHealthIndicator(Invariants invariants) {
        return () -> {
            Invariants.Report report = invariants.recent();
            Map<String, Object> broken = new LinkedHashMap<>();
            report.broken().forEach(promise -> broken.put(promise.name(), promise.rows()));
            return (broken.isEmpty() ? Health.up() : Health.down())
                    .withDetail("asked", invariants.names().size())
                    .withDetail("at", report.at())
                    .withDetails(broken)
                    .build();
        };
    }

    @Bean
    MeterBinder brokenPromises(Invariants invariants) {
        return (MeterRegistry registry) -> Gauge.builder(
                        "yanqi.promises.broken",
                        invariants,
                        known -> known.recent().broken().size())
                .description("promises of the house that were not kept at the last check")
                .register(registry);
    }
}

package org.yanqi.app.config;

import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.yanqi.process.calendar.Shanghai;

/** The one clock, and the scheduler of the jobs. Only tests and sample data put another clock in its place. */
@Configuration
@EnableScheduling
class TimeConfiguration {
    private final ObjectProvider<DatabaseClock> clock;

    TimeConfiguration(ObjectProvider<DatabaseClock> clock) {
        this.clock = clock;
    }

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    static DatabaseClock clock(DataSource dataSource) {
        return new DatabaseClock(dataSource, Shanghai.ZONE);
    }

    /** Sample data is made at other times than now; a production has no hands on its clock. */
    @Bean
    @ConditionalOnProperty(name = "yanqi.mode", havingValue = "demo")
    static ClockHands clockHands(DatabaseClock clock, ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        return new ClockHands() {
            @Override
            public void set(Instant at) {
                clock.set(at);
                // the executor would sleep for seconds before it saw what has come due
                engine.ifAvailable(one -> one.getJobExecutor().jobWasAdded());
            }

            @Override
            public void release() {
                clock.release();
            }
        };
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void correct() {
        clock.ifAvailable(DatabaseClock::correct);
    }
}

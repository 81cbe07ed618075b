package org.yanqi.app;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives an application under test a fresh database of the real server. */
public class PostgresInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestSettings.applyTo(
                context,
                "spring.datasource.url=" + RealPostgres.freshDatabase(),
                "spring.datasource.username=postgres",
                "spring.datasource.password=");
    }
}

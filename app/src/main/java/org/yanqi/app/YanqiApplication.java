package org.yanqi.app;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.yanqi.app.ca.Ceremony;
import org.yanqi.app.config.MachineClock;
import org.yanqi.app.config.ModelNames;

/** Starts the product, or the one command it has besides: {@code ca-ceremony}. */
@SpringBootApplication(
        scanBasePackages = {"org.yanqi.process", "org.yanqi.forms", "org.yanqi.app"},
        nameGenerator = ModelNames.class)
@AutoConfigurationPackage(basePackages = {"org.yanqi.process", "org.yanqi.forms", "org.yanqi.app"})
@ConfigurationPropertiesScan({"org.yanqi.process", "org.yanqi.forms", "org.yanqi.app"})
public class YanqiApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("ca-ceremony")) {
            System.exit(Ceremony.run(MachineClock.get(), System.getenv(), Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(YanqiApplication.class, args);
    }
}

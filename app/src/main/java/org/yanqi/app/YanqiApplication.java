package org.yanqi.app;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.yanqi.app.ca.Ceremony;
import org.yanqi.app.ca.RenewRootList;
import org.yanqi.app.config.MachineClock;
import org.yanqi.app.config.ModelNames;

/** Starts the product, or one of the commands it has besides: {@code ca-ceremony}, {@code ca-root-list}. */
@SpringBootApplication(
        scanBasePackages = {"org.yanqi.process", "org.yanqi.forms", "org.yanqi.app"},
        nameGenerator = ModelNames.class)
@AutoConfigurationPackage(basePackages = {"org.yanqi.process", "org.yanqi.forms", "org.yanqi.app"})
@ConfigurationPropertiesScan({"org.yanqi.process", "org.yanqi.forms", "org.yanqi.app"})
public class YanqiApplication {

    public static void main(String[] args) {
        String[] more = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        switch (args.length > 0 ? args[0] : "") {
            case "ca-ceremony" -> System.exit(Ceremony.run(MachineClock.get(), System.getenv(), more));
            case "ca-root-list" -> System.exit(RenewRootList.run(MachineClock.get(), System.getenv(), more));
            default -> SpringApplication.run(YanqiApplication.class, args);
        }
    }
}

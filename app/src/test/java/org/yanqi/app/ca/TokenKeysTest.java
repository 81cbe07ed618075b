package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yanqi.app.YanqiApplication;

/** RSA keys of the authority in a PKCS#11 token (SoftHSM): made there by the ceremony, used there, never out of it. */
class TokenKeysTest {
    private static final String PIN = "4711";

    @TempDir
    Path directory;

    private final Path library = Stream.of(
                    "/usr/lib/softhsm/libsofthsm2.so",
                    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(() -> new AssertionError("install softhsm2; ./yanqi test does"));

    @BeforeEach
    void token() throws Exception {
        Files.createDirectory(directory.resolve("tokens"));
        Files.writeString(
                directory.resolve("softhsm2.conf"), "directories.tokendir = " + directory.resolve("tokens") + "\n");
        assertThat(run(List.of(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "ca",
                        "--so-pin",
                        "12345678",
                        "--pin",
                        PIN)))
                .contains("initialized");
    }

    @Test
    void a_ceremony_makes_keys_in_the_token_that_certify_and_never_leave_it() throws Exception {
        String sheet = ceremony();
        assertThat(sheet).contains("KEY CEREMONY", "PKCS#11 token", "SHA-256", "SM3", "张三", "李四");
        Instant now = Files.getLastModifiedTime(directory.resolve("softhsm2.conf"))
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS);
        assertThat(java(TokenProbe.class.getName(), library.toString(), directory.toString(), PIN, now.toString()))
                .contains("the key stays in the token");

        OpenSsl openssl = new OpenSsl(directory);
        for (String name : List.of("root", "issuing", "leaf")) {
            openssl.certificate(name, openssl.read(name + ".der"));
        }
        assertThat(openssl.run("verify", "-x509_strict", "-CAfile", "root", "-untrusted", "issuing", "leaf"))
                .contains("leaf: OK");
        String print = openssl.run("x509", "-in", "root", "-noout", "-fingerprint", "-sha256");
        assertThat(sheet.replaceAll("\\s+", ""))
                .contains(print.substring(print.indexOf('=') + 1).strip());
        assertThat(ceremony()).contains("never overwritten");
    }

    @Test
    void a_token_that_is_not_there_is_named_in_the_refusal() {
        assertThatThrownBy(() -> new TokenKeys(new CaProperties.Token(null, null, PIN)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("yanqi.ca.pkcs11.library");
        assertThatThrownBy(() -> new TokenKeys(new CaProperties.Token(Path.of("/nowhere/token.so"), null, PIN)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not open");
    }

    private String ceremony() throws Exception {
        return java(
                YanqiApplication.class.getName(),
                "ca-ceremony",
                "--hierarchy",
                "RSA",
                "--into",
                "PKCS11",
                "--library",
                library.toString(),
                "--public-url",
                "https://renew.example.org",
                "--witness",
                "张三",
                "--witness",
                "李四");
    }

    private String java(String main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                Objects.requireNonNullElse(
                        System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path")),
                main));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment()
                .put("SOFTHSM2_CONF", directory.resolve("softhsm2.conf").toString());
        builder.environment().put("YANQI_CA_PKCS11_PIN", PIN);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

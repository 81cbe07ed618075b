package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yanqi.process.certificate.Algorithm;
import picocli.CommandLine;

/** The key ceremony: before two witnesses, on paper, and never over keys that exist. */
class CeremonyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final String SECRET = "a secret for a test";

    @TempDir
    Path directory;

    private final StringWriter said = new StringWriter();

    @Test
    void makes_an_authority_that_the_product_opens_and_prints_fingerprints_that_openssl_finds_too() throws Exception {
        assertThat(ceremony("--witness", "张三", "--witness", "李四", "--sheet", sheet().toString()))
                .isZero();

        Hierarchy made = new KeyFiles(keys(), SECRET).load(Algorithm.SM2).orElseThrow();
        OpenSsl openssl = new OpenSsl(directory);
        openssl.certificate("root", made.root().getEncoded());
        openssl.certificate("issuing", made.issuing().getEncoded());
        String sheet = Files.readString(sheet());
        assertThat(said.toString()).isEqualTo(sheet);
        String onPaper = sheet.replaceAll("\\s+", "");
        for (String name : List.of("root", "issuing")) {
            for (String digest : List.of("-sha256", "-sm3")) {
                String found = openssl.run("x509", "-in", name, "-noout", "-fingerprint", digest);
                assertThat(onPaper)
                        .contains(found.substring(found.indexOf('=') + 1).strip());
            }
        }
        assertThat(openssl.run("verify", "-vfyopt", OpenSsl.DEFAULT_ID, "-CAfile", "root", "issuing"))
                .contains("issuing: OK");
        assertThat(sheet).contains("张三", "李四", "Signature").doesNotContain(SECRET);
        RootList first =
                RootListFile.in(keys(), Algorithm.SM2).read(made.root()).orElseThrow();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.nextUpdate()).isEqualTo(CLOCK.instant().plus(RenewRootList.USUAL_VALIDITY));
        assertThat(openssl.run("x509", "-in", "issuing", "-noout", "-ext", "crlDistributionPoints"))
                .contains("https://renew.example.org/ca/sm2-root.crl");
    }

    @Test
    void refuses_to_overwrite_keys_or_a_sheet() throws Exception {
        ceremony("--witness", "张三", "--witness", "李四", "--sheet", sheet().toString());
        Map<String, byte[]> before = files();
        assertThat(ceremony("--witness", "张三", "--witness", "李四")).isNotZero();
        assertThat(said.toString()).contains("never overwritten");
        assertThat(ceremony("--witness", "张三", "--witness", "李四", "--sheet", sheet().toString()))
                .isNotZero();
        assertThat(files()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void refuses_to_begin_without_two_persons_a_secret_and_a_place_for_the_keys() {
        assertThat(ceremony("--witness", "张三")).isNotZero();
        assertThat(ceremony("--witness", "张三", "--witness", "张三 ")).isNotZero();
        assertThat(ceremony("--witness", "张三", "--witness", "李四", "--into", "pkcs11"))
                .isNotZero();
        assertThat(said.toString()).contains("two persons", "SM2 keys cannot be made in a token");
        assertThat(run(
                        Map.of("YANQI_CA_SECRET", "short"),
                        List.of("--directory", keys().toString(), "--witness", "张三", "--witness", "李四")))
                .isNotZero();
        assertThat(run(Map.of(), List.of("--directory", keys().toString(), "--witness", "张三", "--witness", "李四")))
                .isNotZero();
        assertThat(keys()).doesNotExist();
    }

    private int ceremony(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--directory", keys().toString()));
        arguments.addAll(List.of(more));
        return run(Map.of("YANQI_CA_SECRET", SECRET), arguments);
    }

    private int run(Map<String, String> environment, List<String> more) {
        List<String> arguments =
                new ArrayList<>(List.of("--hierarchy", "sm2", "--public-url", "https://renew.example.org"));
        arguments.addAll(more);
        PrintWriter writer = new PrintWriter(said);
        return Ceremony.run(
                new CommandLine(new Ceremony(CLOCK, environment)).setOut(writer).setErr(writer),
                arguments.toArray(String[]::new));
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (var all = Files.list(keys())) {
            for (Path file : all.toList()) {
                found.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return found;
    }

    private Path keys() {
        return directory.resolve("keys");
    }

    private Path sheet() {
        return directory.resolve("sheet.txt");
    }
}

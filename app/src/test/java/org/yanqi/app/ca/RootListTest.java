package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.CRLReason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.yanqi.app.RealPostgres;
import org.yanqi.app.renewal.ShiftedClock;
import org.yanqi.process.certificate.Algorithm;
import picocli.CommandLine;

/** What a root says of the authorities below it, be its key here or where nobody reaches it over a wire. */
class RootListTest {
    private static final String SECRET = "a secret for a test";

    /** Keys are made once: to make them takes longer than all else. */
    @TempDir
    static Path made;

    @TempDir
    Path directory;

    private final ShiftedClock clock = new ShiftedClock();
    private final StringWriter said = new StringWriter();
    private Hierarchy rsa;
    private PublishRootList lists;

    @BeforeAll
    static void ceremony() {
        KeyFiles files = new KeyFiles(made, SECRET);
        FoundHierarchy founder = new FoundHierarchy("Yanqi", "http://localhost", new ShiftedClock());
        Hierarchies.NAMES.forEach(algorithm -> files.keep(founder.found(algorithm)));
    }

    @BeforeEach
    void authority() throws IOException {
        Files.createDirectory(keys());
        try (Stream<Path> all = Files.list(made)) {
            for (Path one : all.toList()) {
                Files.copy(one, keys().resolve(one.getFileName()));
            }
        }
        DriverManagerDataSource source = new DriverManagerDataSource(RealPostgres.freshDatabase(), "postgres", "");
        for (String name : List.of(
                "V200__certification_authority", "V400__certification_authority_depth", "V530__root_revocation_list")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/common/" + name + ".sql"))
                    .execute(source);
        }
        JdbcClient database = JdbcClient.create(source);
        CaProperties properties = new Binder(new MapConfigurationPropertySource(
                        Map.of("yanqi.ca.directory", keys().toString(), "yanqi.ca.secret", SECRET)))
                .bind("yanqi.ca", CaProperties.class)
                .get();
        Hierarchies hierarchies = new Hierarchies(properties, database, clock);
        rsa = hierarchies.of(Algorithm.RSA_2048);
        lists = new PublishRootList(
                hierarchies, database, properties, new RootListProperties(Duration.ofDays(180)), clock);
    }

    @Test
    void is_signed_at_the_first_start_and_again_before_its_time_is_over() throws Exception {
        lists.look();
        RootList first = current();
        assertThat(first.number()).isEqualTo(1);
        assertThat(Duration.between(first.thisUpdate(), first.nextUpdate())).isEqualTo(Duration.ofDays(180));
        clock.shift(Duration.ofDays(89));
        lists.look();
        assertThat(current().number()).isEqualTo(1);
        clock.shift(Duration.ofDays(91));
        lists.look();
        assertThat(current().number()).isEqualTo(2);
        assertThat(current().nextUpdate()).isAfter(first.nextUpdate());
        assertThat(Files.readAllBytes(keys().resolve("rsa-root.crl")))
                .isEqualTo(current().der());
    }

    @Test
    void a_root_whose_key_was_taken_away_signs_elsewhere_and_revokes_an_issuing_authority() throws Exception {
        lists.look();
        Path vault = Files.createDirectory(directory.resolve("vault"));
        Files.move(keys().resolve("rsa-root.p12"), vault.resolve("rsa-root.p12"));
        clock.shift(Duration.ofDays(100));
        lists.look();
        assertThat(current().number()).isEqualTo(1);

        OpenSsl openssl = new OpenSsl(directory);
        openssl.certificate("issuing", rsa.issuing().getEncoded());
        openssl.certificate("root", rsa.root().getEncoded());
        assertThat(command(keys())).isNotZero();
        assertThat(said.toString()).contains("the root's key is not in");
        assertThat(command(
                        vault,
                        "--number",
                        "2",
                        "--validity",
                        "P90D",
                        "--revoke",
                        directory.resolve("issuing").toString(),
                        "--reason",
                        "KEY_COMPROMISE"))
                .isZero();
        Files.copy(vault.resolve("rsa-root.crl"), keys().resolve("rsa-root.crl"), StandardCopyOption.REPLACE_EXISTING);
        lists.look();
        RootList taken = current();
        assertThat(taken.number()).isEqualTo(2);
        assertThat(Duration.between(taken.thisUpdate(), taken.nextUpdate())).isEqualTo(Duration.ofDays(90));
        assertThat(taken.revoked().get(rsa.issuing().getSerialNumber()).reason())
                .isEqualTo(CRLReason.keyCompromise);

        openssl.pem("root-crl", "X509 CRL", taken.der());
        assertThat(openssl.run(
                        "verify",
                        "-crl_check_all",
                        "-attime",
                        Long.toString(clock.instant().getEpochSecond()),
                        "-CAfile",
                        "root",
                        "-CRLfile",
                        "root-crl",
                        "issuing"))
                .contains("certificate revoked");
    }

    @Test
    void forgets_no_revocation_and_takes_no_list_of_another() throws Exception {
        lists.look();
        Files.write(keys().resolve("rsa-root.crl"), Files.readAllBytes(keys().resolve("sm2-root.crl")));
        lists.look();
        assertThat(current().number()).isEqualTo(1);

        OpenSsl openssl = new OpenSsl(directory);
        openssl.write("issuing", rsa.issuing().getEncoded());
        openssl.write("root", rsa.root().getEncoded());
        assertThat(command(keys(), "--revoke", directory.resolve("root").toString()))
                .isNotZero();
        Files.delete(keys().resolve("rsa-root.crl"));
        assertThat(command(keys(), "--revoke", directory.resolve("issuing").toString()))
                .isZero();
        // signed without knowing that number 1 was taken: what it says counts all the same
        lists.look();
        assertThat(current().number()).isEqualTo(2);
        assertThat(current().revoked()).containsKey(rsa.issuing().getSerialNumber());
        clock.shift(Duration.ofDays(100));
        lists.look();
        assertThat(current().number()).isEqualTo(3);
        assertThat(current().revoked()).containsKey(rsa.issuing().getSerialNumber());
    }

    private RootList current() throws Exception {
        return RootList.read(lists.current(rsa).orElseThrow(), rsa.root());
    }

    private int command(Path where, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--hierarchy", "rsa", "--directory", where.toString()));
        arguments.addAll(List.of(more));
        PrintWriter writer = new PrintWriter(said);
        return Ceremony.run(
                new CommandLine(new RenewRootList(clock, Map.of("YANQI_CA_SECRET", SECRET)))
                        .setOut(writer)
                        .setErr(writer),
                arguments.toArray(String[]::new));
    }

    private Path keys() {
        return directory.resolve("keys");
    }
}

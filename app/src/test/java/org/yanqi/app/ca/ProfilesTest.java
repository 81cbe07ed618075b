package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/** What is issued is data: read from a file, refused when it makes no sense. */
@OnPostgres
class ProfilesTest extends WithAuthority {
    @Test
    void the_products_own_issue_one_rsa_certificate_for_both_uses_and_two_of_sm2() {
        Profiles standard = Profiles.standard();
        assertThat(standard.of(Algorithm.RSA_2048)).hasSize(1);
        assertThat(standard.of(Algorithm.RSA_3072).get(0).leastBits()).isEqualTo(3072);
        assertThat(standard.of(Algorithm.SM2))
                .extracting(Profile::keyFrom)
                .containsExactly(Profile.Origin.HOLDER, Profile.Origin.KEY_MANAGEMENT);
    }

    @Test
    void an_rsa_key_gets_a_pair_if_the_file_says_so() throws Exception {
        Profiles paired = changed("RSA_3072: rsa-3072-both", "RSA_3072: rsa-3072-signing, rsa-3072-encryption");
        EmbeddedAuthority pairs = new EmbeddedAuthority(
                hierarchies,
                paired,
                new Issue(new BuildTbs(properties.publicUrl()), books, shards, WithAuthority::reallySign),
                books,
                keys,
                standings);
        TestKey key = TestKey.rsa(3072);
        Instant now = clock.instant();
        Reply.Issued issued = issued(pairs.enrol(
                "enrol-" + UUID.randomUUID(),
                SUBJECT.toString(),
                key.request(SUBJECT),
                Algorithm.RSA_3072,
                now,
                now.plus(Duration.ofDays(365))));

        X509CertificateHolder signing = new X509CertificateHolder(issued.signing());
        X509CertificateHolder encryption = new X509CertificateHolder(issued.encryption());
        assertThat(KeyUsage.fromExtensions(signing.getExtensions()))
                .isEqualTo(new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        assertThat(KeyUsage.fromExtensions(encryption.getExtensions()))
                .isEqualTo(new KeyUsage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment));
        assertThat(encryption.getSerialNumber()).isNotEqualTo(signing.getSerialNumber());
        assertThat(encryption.getSubjectPublicKeyInfo()).isEqualTo(signing.getSubjectPublicKeyInfo());
        assertThat(issued.envelope()).isNull();
    }

    @Test
    void a_key_of_2048_bits_is_too_weak_for_3072() throws Exception {
        TestKey weak = TestKey.rsa(2048);
        Instant now = clock.instant();
        assertThat(code(authority.enrol(
                        "enrol-" + UUID.randomUUID(),
                        SUBJECT.toString(),
                        weak.request(SUBJECT),
                        Algorithm.RSA_3072,
                        now,
                        now.plus(Duration.ofDays(365)))))
                .isEqualTo("csr-weak-key");
    }

    @Test
    void a_file_that_makes_no_sense_stops_the_start() {
        refused("RSA_2048: rsa-2048-both", "RSA_2048: rsa-1024", "no certificate profile rsa-1024");
        refused("RSA_2048: rsa-2048-both", "RSA_2048: sm2-signing", "does not fit keys of RSA_2048");
        refused("SM2: sm2-signing, sm2-encryption", "SM2: sm2-encryption", "must be the holder's own");
        refused("  RSA_3072: rsa-3072-both\n", "", "issued for RSA_3072");
        refused("key-usage: digitalSignature", "key-usage: everything", "unknown word: everything");
        refused("purposes: clientAuth", "purposes: anything", "unknown word: anything");
        refused("subject: C, CN", "subject: C, NOBODY", "unknown attribute NOBODY");
    }

    private static void refused(String from, String to, String reason) {
        assertThatThrownBy(() -> changed(from, to))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(reason);
    }

    private static Profiles changed(String from, String to) throws IOException {
        String file = new ClassPathResource("profiles.yaml", Profiles.class).getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).contains(from);
        return new Profiles(new ByteArrayResource(file.replace(from, to).getBytes(StandardCharsets.UTF_8)));
    }
}

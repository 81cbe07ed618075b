package org.yanqi.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.crypto.Sm2Envelope;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.UnlockedKey;
import org.yanqi.agent.software.SoftwareKey;
import org.yanqi.agent.software.SoftwareKeyReader;
import org.yanqi.agent.software.SoftwareKeys;

class SoftwareKeyTest {
    @TempDir
    Path keys;

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void is_made_with_a_request_for_its_first_certificate(KeyAlgorithm algorithm) throws Exception {
        byte[] csr = SoftwareKeys.create(keys, Bench.spec("K1"), algorithm, Bench.COMPANY);
        PKCS10CertificationRequest request = new PKCS10CertificationRequest(csr);
        X509CertificateHolder certificate =
                new TestAuthority().issue(request.getSubject(), request.getSubjectPublicKeyInfo());

        SoftwareKeys.certify(keys, "K1", Bench.PIN.toCharArray(), certificate, null, null);

        assertThat(request.getSignatureAlgorithm()).isEqualTo(algorithm.signatureIdentifier());
        assertThat(key().inserted()).isFalse();
        assertThat(key().content()).extracting(Container::certificate).containsExactly(certificate);
    }

    @Test
    void takes_an_encryption_pair_with_its_first_certificate() throws Exception {
        byte[] csr = SoftwareKeys.create(keys, Bench.spec("K1"), KeyAlgorithm.SM2, Bench.COMPANY);
        SubjectPublicKeyInfo signing = new PKCS10CertificationRequest(csr).getSubjectPublicKeyInfo();
        TestAuthority authority = new TestAuthority();
        KeyPair encryption = KeyAlgorithm.SM2.generate();
        X509CertificateHolder second = authority.issue(Bench.COMPANY, encryption.getPublic());
        byte[] envelope = TestAuthority.envelope(encryption, KeyAlgorithm.SM2.publicKey(signing.getEncoded()), 0);

        SoftwareKeys.certify(
                keys, "K1", Bench.PIN.toCharArray(), authority.issue(Bench.COMPANY, signing), second, envelope);

        key().insert();
        try (UnlockedKey open = key().unlock(Bench.PIN.toCharArray())) {
            byte[] message = KeyAlgorithm.SM2.encrypt(encryption.getPublic(), new byte[] {1, 2, 3});
            assertThat(open.decrypt(key().content().get(0).id(), message)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void shows_no_private_key_in_its_files() throws Exception {
        KeyPair pair = KeyAlgorithm.SM2.generate();
        SoftwareKeys.install(keys, Bench.spec("K1"), pair, List.of(), null);

        byte[] secret = pair.getPrivate().getEncoded();
        String file = Files.readString(keys.resolve("K1/containers/0001.json"));
        assertThat(file).doesNotContain(Base64.getEncoder().encodeToString(secret));
        assertThat(Files.readString(keys.resolve("K1/key.json"))).doesNotContain(Bench.PIN);
    }

    @Test
    void a_second_key_of_the_same_serial_is_refused() throws Exception {
        SoftwareKeys.create(keys, Bench.spec("K1"), KeyAlgorithm.SM2, Bench.COMPANY);
        assertThatThrownBy(() -> SoftwareKeys.create(keys, Bench.spec("K1"), KeyAlgorithm.SM2, Bench.COMPANY))
                .hasMessageContaining("K1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../K1", "", "K 1", "K/1"})
    void a_serial_is_never_a_path(String serial) {
        assertThatThrownBy(() -> Bench.spec(serial)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16})
    void an_envelope_is_opened_with_and_without_padding(int padding) throws Exception {
        KeyPair signing = KeyAlgorithm.SM2.generate();
        KeyPair encryption = KeyAlgorithm.SM2.generate();
        byte[] envelope = TestAuthority.envelope(encryption, signing.getPublic(), padding);

        byte[] message = KeyAlgorithm.SM2.encrypt(encryption.getPublic(), new byte[] {7});
        assertThat(KeyAlgorithm.SM2.decrypt(
                        Sm2Envelope.open(envelope, signing.getPrivate(), point(encryption)), message))
                .containsExactly(7);
    }

    @Test
    void an_envelope_that_was_cut_or_changed_is_refused() throws Exception {
        KeyPair signing = KeyAlgorithm.SM2.generate();
        KeyPair encryption = KeyAlgorithm.SM2.generate();
        byte[] envelope = TestAuthority.envelope(encryption, signing.getPublic(), 0);
        for (int length : new int[] {0, 1, 40, envelope.length - 1}) {
            byte[] cut = Arrays.copyOf(envelope, length);
            assertThatThrownBy(() -> Sm2Envelope.open(cut, signing.getPrivate(), point(encryption)))
                    .isInstanceOf(GeneralSecurityException.class);
        }
        byte[] changed = envelope.clone();
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> Sm2Envelope.open(changed, signing.getPrivate(), point(encryption)))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void the_command_line_makes_a_key_and_certifies_it() throws Exception {
        Path request = keys.resolve("request.der");
        int created = AgentMain.commandLine()
                .execute(
                        "create-key",
                        "--keys=" + keys,
                        "--serial=K1",
                        "--subject=C=CN,CN=沈阳测试有限公司",
                        "--request=" + request);
        PKCS10CertificationRequest csr = new PKCS10CertificationRequest(Files.readAllBytes(request));
        Path certificate = Files.write(
                keys.resolve("certificate.der"),
                new TestAuthority()
                        .issue(csr.getSubject(), csr.getSubjectPublicKeyInfo())
                        .getEncoded());
        int installed = AgentMain.commandLine()
                .execute("install-certificate", "--keys=" + keys, "--serial=K1", "--certificate=" + certificate);

        assertThat(created).isZero();
        assertThat(installed).isZero();
        assertThat(key().content().get(0).certificate()).isNotNull();
    }

    private SoftwareKey key() throws Exception {
        return new SoftwareKeyReader(keys).find("K1").orElseThrow();
    }

    private static byte[] point(KeyPair pair) {
        return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
    }
}

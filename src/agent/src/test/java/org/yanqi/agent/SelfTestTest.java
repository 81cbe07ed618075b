package org.yanqi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yanqi.agent.crypto.KeyAlgorithm;

/** The encrypt/decrypt self-test that is offered after a renewal (R4). */
class SelfTestTest {
    @TempDir
    Path keys;

    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(keys);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"SM2", "RSA_2048"})
    void opens_a_message_encrypted_to_the_certificate_in_force(KeyAlgorithm algorithm) throws Exception {
        X509CertificateHolder certificate = bench.key("K1", algorithm);
        byte[] message = message();

        JsonNode end = bench.renew(ticket(certificate, certificate, message));

        assertThat(end.get("state").asText()).as(end.toString()).isEqualTo("done");
        assertThat(bench.product.opened).containsExactly(Base64.getEncoder().encodeToString(message));
    }

    @Test
    void opens_messages_for_the_new_encryption_pair_and_for_the_old_pair_kept_for_old_bids() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        bench.renew(bench.ticket("item-1", old));
        FakeProduct.Item item = bench.product.items.get("item-1");
        byte[] toNew = message();
        byte[] toOld = message();

        bench.renew(ticket(Objects.requireNonNull(item.signing), Objects.requireNonNull(item.encryption), toNew));
        bench.renew(ticket(old, old, toOld));

        assertThat(bench.product.opened)
                .containsExactly(
                        Base64.getEncoder().encodeToString(toNew),
                        Base64.getEncoder().encodeToString(toOld));
    }

    @Test
    void hands_out_nothing_that_was_not_made_for_this_test() throws Exception {
        X509CertificateHolder certificate = bench.key("K1", KeyAlgorithm.SM2);
        byte[] bid = "the session key of somebody's bid, 48 bytes long".getBytes(StandardCharsets.US_ASCII);
        byte[] longer = new byte[message().length + 1];
        System.arraycopy(message(), 0, longer, 0, longer.length - 1);

        assertThat(Bench.failure(bench.renew(ticket(certificate, certificate, bid))))
                .isEqualTo("not-decrypted");
        assertThat(Bench.failure(bench.renew(ticket(certificate, certificate, longer))))
                .isEqualTo("not-decrypted");
        assertThat(bench.product.opened).isEmpty();
        assertThat(bench.product.failures).containsExactly("not-decrypted", "not-decrypted");
    }

    @Test
    void says_so_when_the_key_does_not_open_what_its_certificate_promises() throws Exception {
        X509CertificateHolder certificate = bench.key("K1", KeyAlgorithm.SM2);
        X509CertificateHolder other = bench.product.authority.issue(
                Bench.COMPANY, KeyAlgorithm.SM2.generate().getPublic());

        assertThat(Bench.failure(bench.renew(ticket(certificate, other, message()))))
                .isEqualTo("not-decrypted");
        assertThat(bench.product.failures).containsExactly("not-decrypted");
    }

    @Test
    void refuses_a_key_that_does_not_carry_the_certificate() throws Exception {
        bench.key("K1", KeyAlgorithm.SM2);
        X509CertificateHolder elsewhere = bench.key("K2", KeyAlgorithm.SM2);
        bench.software("K2").remove();

        assertThat(Bench.failure(bench.renew(ticket(elsewhere, elsewhere, message()))))
                .isEqualTo("wrong-key");
    }

    private String ticket(X509CertificateHolder named, X509CertificateHolder encryptedTo, byte[] message)
            throws Exception {
        KeyAlgorithm algorithm = KeyAlgorithm.of(encryptedTo.getSubjectPublicKeyInfo());
        byte[] challenge = algorithm.encrypt(
                algorithm.publicKey(encryptedTo.getSubjectPublicKeyInfo().getEncoded()), message);
        return bench.product.sign(bench.product.selfTestClaims(named, challenge));
    }

    private static byte[] message() {
        byte[] message = new byte[48];
        new SecureRandom().nextBytes(message);
        byte[] prefix = "yanqi-self-test\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(prefix, 0, message, 0, prefix.length);
        return message;
    }
}

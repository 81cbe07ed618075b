package org.yanqi.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.crypto.Sm2Envelope;

/** An envelope comes from outside: whatever its bytes are, it opens or is refused in the one way that callers expect. */
class EnvelopeBytesTest {
    private static final int RANDOM_INPUTS = 100_000;
    private static final int CHANGED_INPUTS = 1_000;

    private final KeyPair signing = pair();
    private final KeyPair encryption = pair();
    private final byte[] point = SubjectPublicKeyInfo.getInstance(
                    encryption.getPublic().getEncoded())
            .getPublicKeyData()
            .getOctets();

    @Test
    void random_bytes_are_refused() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < RANDOM_INPUTS; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 2 && i % 2 == 0) {
                // begin as a sequence that fits, so that the reader goes on
                bytes[0] = 0x30;
                bytes[1] = (byte) (bytes.length - 2);
            }
            refused(bytes, seed, i);
        }
    }

    @Test
    void an_envelope_with_a_byte_changed_opens_to_the_very_key_or_is_refused() throws Exception {
        byte[] good = TestAuthority.envelope(encryption, signing.getPublic(), 0);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < CHANGED_INPUTS; i++) {
            byte[] changed = good.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            if (i % 5 == 0) {
                changed = Arrays.copyOf(changed, random.nextInt(changed.length));
            }
            byte[] input = changed;
            assertThatCode(() -> {
                        try {
                            Sm2Envelope.open(input, signing.getPrivate(), point);
                        } catch (GeneralSecurityException expected) {
                            // the one refusal
                        }
                    })
                    .as("seed %d, input %d", seed, i)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_bit_string_that_does_not_end_with_a_whole_octet_is_refused() throws Exception {
        byte[] envelope = TestAuthority.envelope(encryption, signing.getPublic(), 0);
        int unusedBits = envelope.length - 32 - 1;
        assertThat(envelope[unusedBits]).isZero();
        envelope[unusedBits] = 3;
        assertThatThrownBy(() -> Sm2Envelope.open(envelope, signing.getPrivate(), point))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private void refused(byte[] bytes, long seed, int number) {
        try {
            Sm2Envelope.open(bytes, signing.getPrivate(), point);
        } catch (GeneralSecurityException expected) {
            return;
        }
        throw new AssertionError("seed %d, input %d was opened".formatted(seed, number));
    }

    private static KeyPair pair() {
        try {
            return KeyAlgorithm.SM2.generate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.yanqi.process.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * Whatever bytes come from outside, a reader of DER answers with its result or its one refusal, never with a surprise. Each
 * try of a property reads a hundred inputs grown from one seed, which jqwik prints when one of them fails: 100,000 each.
 */
class BytesFromOutsideTest {
    private static final int SEEDS = 1000;
    private static final int INPUTS = 100;
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final X500Name SUBJECT = new X500Name("C=CN,O=某某公司,CN=张三");
    private static final KeyPair PAIR = pair();
    private static final byte[] REQUEST = request();
    private static final byte[] CERTIFICATE = certificate();

    @Property(tries = SEEDS, shrinking = ShrinkingMode.OFF)
    void a_certificate_is_read_or_refused(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = input(random, CERTIFICATE);
            try {
                assertThat(ParsedCertificate.of(input).serial()).isNotNull();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessage("no X.509 certificate");
            }
        }
    }

    @Property(tries = SEEDS, shrinking = ShrinkingMode.OFF)
    void a_request_is_read_or_refused(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = input(random, REQUEST);
            RequestProof.parse(input)
                    .ifPresent(read -> assertThat(read.getSubject()).isNotNull());
        }
    }

    /** Fewer: what is left whole by the change has its signature checked. */
    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void a_changed_request_proves_nothing(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            byte[] input = input(random, REQUEST);
            if (!Arrays.equals(input, REQUEST)) {
                assertThat(RequestProof.flawOfFirst(input, Algorithm.SM2, SUBJECT))
                        .as("seed %d, input %d", seed, i)
                        .isPresent();
            }
        }
    }

    @Property(tries = SEEDS, shrinking = ShrinkingMode.OFF)
    void a_random_signature_proves_nothing(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) {
            assertThat(ProofOfKey.signed(bytes(random), REQUEST, bytes(random))).isFalse();
        }
    }

    /** Random bytes, or something good with bytes changed, cut off, doubled or put in. */
    private static byte[] input(Random random, byte[] good) {
        int kind = random.nextInt(5);
        if (kind == 0) {
            return bytes(random);
        }
        byte[] changed = good.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return switch (kind) {
            case 1 -> Arrays.copyOf(changed, random.nextInt(changed.length));
            case 2 -> Arrays.copyOf(changed, changed.length + 1 + random.nextInt(20));
            case 3 -> inserted(changed, random);
            default -> changed;
        };
    }

    private static byte[] inserted(byte[] into, Random random) {
        int at = random.nextInt(into.length);
        byte[] longer = Arrays.copyOf(into, into.length + 1);
        System.arraycopy(into, at, longer, at + 1, into.length - at);
        longer[at] = (byte) random.nextInt(256);
        return longer;
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(120)];
        random.nextBytes(bytes);
        if (bytes.length > 2 && random.nextBoolean()) {
            // begin as a sequence that fits, so that readers go on
            bytes[0] = 0x30;
            bytes[1] = (byte) Math.min(127, bytes.length - 2);
        }
        return bytes;
    }

    private static byte[] request() {
        try {
            return new JcaPKCS10CertificationRequestBuilder(SUBJECT, PAIR.getPublic())
                    .build(new JcaContentSignerBuilder("SM3withSM2")
                            .setProvider(PROVIDER)
                            .build(PAIR.getPrivate()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] certificate() {
        try {
            return new JcaX509v3CertificateBuilder(
                            SUBJECT,
                            BigInteger.ONE.shiftLeft(140),
                            Date.from(Instant.EPOCH),
                            Date.from(Instant.EPOCH.plusSeconds(60)),
                            SUBJECT,
                            PAIR.getPublic())
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .build(new JcaContentSignerBuilder("SM3withSM2")
                            .setProvider(PROVIDER)
                            .build(PAIR.getPrivate()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

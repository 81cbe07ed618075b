package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.yanqi.process.certificate.Algorithm;

/**
 * The authority's readers of DER survive whatever comes. Each try reads a hundred inputs grown from one seed, which jqwik
 * prints when one of them fails: 100,000 each.
 */
class BytesFromOutsideTest {
    private static final int SEEDS = 1000;
    private static final int INPUTS = 100;
    private static final Hierarchy SM2 = new FoundHierarchy(
                    "Test", "http://localhost", Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC))
            .found(Algorithm.SM2)
            .hierarchy();
    private static final byte[] OCSP = ocsp();
    private static final byte[] CERTIFICATE = certificate();
    private static final Profile PROFILE = Profiles.standard().named("sm2-signing");
    private static final Shard SHARD = new Shard(0, "http://localhost/ca/sm2.crl");

    @Property(tries = SEEDS, shrinking = ShrinkingMode.OFF)
    void a_question_of_status_is_read_or_refused(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) {
            AnswerStatus.parse(input(random, OCSP))
                    .ifPresent(read -> assertThat(read.getRequestList()).isNotEmpty());
        }
    }

    @Property(tries = SEEDS, shrinking = ShrinkingMode.OFF)
    void what_was_signed_is_found_or_refused(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = input(random, CERTIFICATE);
            try {
                assertThat(Der.firstInside(input).length).isLessThanOrEqualTo(input.length);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining("element");
            }
        }
    }

    /** Fewer: whatever can be read at all goes through all rules. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void the_rules_judge_whatever_can_be_read(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            X509CertificateHolder read;
            try {
                read = new X509CertificateHolder(input(random, CERTIFICATE));
            } catch (IOException | RuntimeException refused) {
                continue;
            }
            assertThat(Lints.broken(new Specimen(read, SM2, PROFILE, SHARD))).isNotNull();
        }
    }

    private static byte[] input(Random random, byte[] good) {
        if (random.nextInt(4) == 0) {
            byte[] any = new byte[random.nextInt(100)];
            random.nextBytes(any);
            return any;
        }
        byte[] changed = good.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
    }

    private static byte[] ocsp() {
        try {
            return new OCSPReqBuilder()
                    .addRequest(new CertificateID(
                            new JcaDigestCalculatorProviderBuilder()
                                    .setProvider(Signing.PROVIDER)
                                    .build()
                                    .get(CertificateID.HASH_SHA1),
                            SM2.issuing(),
                            BigInteger.ONE.shiftLeft(140)))
                    .build()
                    .getEncoded();
        } catch (IOException | OperatorCreationException | OCSPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] certificate() {
        try {
            return SM2.issuing().getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.yanqi.app.cmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/** The plain key update of an end entity whose keys are ours: the old key protects, the new one proves itself. */
class OwnKeysTest {
    @TempDir
    Path folder;

    @Test
    void a_key_of_our_own_is_renewed_be_it_rsa_or_on_a_curve() throws Exception {
        for (List<KeyPair> keys : List.of(List.of(TestPki.rsa(), TestPki.rsa()), List.of(TestPki.ec(), TestPki.ec()))) {
            try (Outside outside = new Outside(folder)) {
                TestPki.Identity old = outside.pki.identity("C=CN,O=Yanqi,CN=Registration", keys.get(0));
                X509CertificateHolder prepared = outside.pki.certificate(
                        "C=CN,O=Yanqi,CN=Registration",
                        keys.get(1),
                        old.certificate().getSerialNumber(),
                        Duration.ofDays(365));
                outside.authority(prepared);
                Instant now = outside.clock.instant();
                Reply reply = outside.client()
                        .own()
                        .renew(
                                "own/" + UUID.randomUUID(),
                                new Station(
                                        old.certificate(),
                                        List.of(),
                                        keys.get(0).getPrivate()),
                                keys.get(1),
                                now,
                                now.plus(Duration.ofDays(365)));
                assertThat(reply).isInstanceOf(Reply.Issued.class);
                assertThat(((Reply.Issued) reply).signing()).isEqualTo(prepared.getEncoded());
                assertThat(outside.proxy.types())
                        .containsExactly(PKIBody.TYPE_KEY_UPDATE_REQ, PKIBody.TYPE_CERT_CONFIRM);
            }
        }
    }

    @Test
    void the_registration_authoritys_key_comes_from_its_store() {
        TestPki pki = new TestPki(Outside.CA);
        TestPki.Identity own = pki.identity("C=CN,O=Yanqi,CN=Registration", TestPki.ec());
        Station station =
                Station.of(TestPki.pkcs12(folder.resolve("own.p12"), "a password", own, pki.root()), "a password");
        assertThat(station.certificate()).isEqualTo(own.certificate());
        assertThat(station.chain()).containsExactly(pki.root());
    }
}

package org.yanqi.app.ca;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yanqi.process.certificate.Algorithm;

/** Run as a program of its own: certifies with a key in a token. SoftHSM reads its configuration from the environment. */
final class TokenProbe {
    private TokenProbe() {}

    public static void main(String[] arguments) throws Exception {
        Path out = Path.of(arguments[1]);
        TokenKeys token = new TokenKeys(new CaProperties.Token(Path.of(arguments[0]), null, arguments[2]));
        Hierarchy rsa = token.load(Algorithm.RSA_2048).orElseThrow();
        Instant now = Instant.parse(arguments[3]);
        Tbs tbs = new BuildTbs("http://localhost")
                .build(
                        rsa,
                        new Shard(0, "http://localhost/ca/rsa.crl"),
                        BigInteger.ONE.shiftLeft(140),
                        new Issue.Wish(
                                Profiles.standard().named("rsa-2048-both"),
                                new X500Name("C=CN,CN=Probe"),
                                SubjectPublicKeyInfo.getInstance(
                                        TestKey.rsa(2048).pair().getPublic().getEncoded()),
                                now,
                                now.plus(Duration.ofDays(30))));
        Files.write(out.resolve("leaf.der"), tbs.with(rsa.sign(tbs.der())));
        Files.write(out.resolve("issuing.der"), rsa.issuing().getEncoded());
        Files.write(out.resolve("root.der"), rsa.root().getEncoded());
        System.out.println(rsa.key().getEncoded() == null ? "the key stays in the token" : "the key came out");
    }
}

package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yanqi.process.certificate.Algorithm;

/**
 * The order of issuing (certificates.md): what is to be signed is built once; a specimen of it, signed with a throw-away
 * key, is linted and stored with its serial; only then the real signature is made and the two are compared. After any
 * failure the next attempt takes a new serial, and what the failed one may have signed is revoked.
 */
final class Issue {
    private static final byte SERIAL_PREFIX = 0x59;
    private static final int SERIAL_RANDOM_BYTES = 17;

    private final BuildTbs build;
    private final Books books;
    private final Places places;
    private final RealSigner signer;
    private final SecureRandom random = new SecureRandom();
    private final Map<Algorithm, ReadyKey> throwAway = new EnumMap<>(Algorithm.class);

    Issue(BuildTbs build, Books books, Places places, RealSigner signer) {
        this.build = build;
        this.books = books;
        this.places = places;
        this.signer = signer;
    }

    /** One certificate to be made. */
    record Wish(Profile profile, X500Name subject, SubjectPublicKeyInfo key, Instant notBefore, Instant notAfter) {}

    /**
     * Signs what was wished for; it is not yet anybody's answer.
     *
     * @throws LintFailed if a specimen breaks a rule; nothing was signed then
     */
    List<Books.Signed> issue(Hierarchy hierarchy, String requestKey, List<Wish> wishes) {
        Shard shard = places.take(hierarchy, wishes.size());
        List<Tbs> all = new ArrayList<>();
        List<Books.Begun> specimens = new ArrayList<>();
        for (Wish wish : wishes) {
            Tbs tbs = build.build(hierarchy, shard, newSerial(), wish);
            all.add(tbs);
            specimens.add(begun(wish, tbs, specimen(tbs)));
        }
        books.begin(requestKey, specimens);
        List<Books.Signed> signed = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Tbs tbs = all.get(i);
            signed.add(new Books.Signed(
                    tbs.serialHex(),
                    tbs.profile().name(),
                    sign(tbs, specimens.get(i).specimen())));
        }
        return signed;
    }

    private byte[] specimen(Tbs tbs) {
        byte[] specimen = tbs.with(throwAway(tbs.hierarchy().algorithm()).sign(tbs.der()));
        List<String> broken;
        try {
            broken = Lints.broken(
                    new Specimen(new X509CertificateHolder(specimen), tbs.hierarchy(), tbs.profile(), tbs.shard()));
        } catch (IOException e) {
            broken = List.of("readable: " + e.getMessage());
        }
        if (!broken.isEmpty()) {
            throw new LintFailed(broken);
        }
        return specimen;
    }

    private byte[] sign(Tbs tbs, byte[] specimen) {
        byte[] certificate = tbs.with(signer.sign(tbs));
        if (!Arrays.equals(Der.firstInside(certificate), Der.firstInside(specimen))) {
            throw new IllegalStateException("certificate " + tbs.serialHex() + " differs from its specimen");
        }
        return certificate;
    }

    private static Books.Begun begun(Wish wish, Tbs tbs, byte[] specimen) {
        return new Books.Begun(
                tbs.serialHex(),
                tbs.hierarchy().algorithm(),
                tbs.profile().name(),
                tbs.shard().number(),
                wish.subject().toString(),
                wish.notBefore(),
                wish.notAfter(),
                specimen);
    }

    /** One prefix byte and 136 random bits. */
    private BigInteger newSerial() {
        byte[] bytes = new byte[1 + SERIAL_RANDOM_BYTES];
        random.nextBytes(bytes);
        bytes[0] = SERIAL_PREFIX;
        return new BigInteger(1, bytes);
    }

    private synchronized ReadyKey throwAway(Algorithm algorithm) {
        return throwAway.computeIfAbsent(algorithm, Signing::throwAway);
    }
}

package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/**
 * The order of issuing (certificates.md): what is to be signed is built once; a specimen of it, signed with a throw-away
 * key, is linted and stored with its serial; only then the real signature is made and the two are compared. After any
 * failure the next attempt takes a new serial, and what the failed one may have signed is revoked.
 */
@Component
class Issue {
    private static final Actor AUTHORITY = Actor.system("certification-authority");
    private static final byte SERIAL_PREFIX = 0x59;
    private static final int SERIAL_RANDOM_BYTES = 17;

    private final CaProperties properties;
    private final Issuances issuances;
    private final TransactionOperations transactions;
    private final AppendToRecord audit;
    private final RealSigner signer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<Algorithm, KeyPair> throwAway = new EnumMap<>(Algorithm.class);

    Issue(
            CaProperties properties,
            Issuances issuances,
            TransactionOperations transactions,
            AppendToRecord audit,
            RealSigner signer,
            Clock clock) {
        this.properties = properties;
        this.issuances = issuances;
        this.transactions = transactions;
        this.audit = audit;
        this.signer = signer;
        this.clock = clock;
    }

    /** One certificate to be made. */
    record Wish(Profile profile, X500Name subject, SubjectPublicKeyInfo key, Instant notBefore, Instant notAfter) {}

    /** A certificate made. */
    record Made(String serial, byte[] certificate) {}

    /** What is done in the transaction that stores the certificates. */
    interface Afterwards {
        void with(List<Made> made);
    }

    /** @throws LintFailed if a specimen breaks a rule; nothing was signed then */
    List<Made> issue(Hierarchy hierarchy, String requestKey, List<Wish> wishes, Afterwards afterwards)
            throws IOException {
        List<Tbs> all = new ArrayList<>();
        List<byte[]> specimens = new ArrayList<>();
        for (Wish wish : wishes) {
            Tbs tbs = Tbs.build(
                    hierarchy,
                    wish.profile(),
                    newSerial(),
                    wish.subject(),
                    wish.key(),
                    wish.notBefore(),
                    wish.notAfter(),
                    properties.publicUrl());
            byte[] specimen = tbs.with(Signing.sign(
                    hierarchy.algorithm(), throwAway(hierarchy.algorithm()).getPrivate(), tbs.der()));
            List<String> broken =
                    Lints.broken(new Specimen(new X509CertificateHolder(specimen), hierarchy, wish.profile()));
            if (!broken.isEmpty()) {
                throw new LintFailed(broken);
            }
            all.add(tbs);
            specimens.add(specimen);
        }
        transactions.executeWithoutResult(status -> begin(requestKey, wishes, all, specimens));
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            made.add(new Made(all.get(i).serialHex(), sign(all.get(i), specimens.get(i))));
        }
        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < all.size(); i++) {
                issuances.signed(all.get(i), made.get(i).certificate(), clock.instant());
                note("certificate-signed", all.get(i));
            }
            afterwards.with(made);
        });
        return made;
    }

    private void begin(String requestKey, List<Wish> wishes, List<Tbs> all, List<byte[]> specimens) {
        for (int i = 0; i < all.size(); i++) {
            Wish wish = wishes.get(i);
            issuances.begin(
                    all.get(i),
                    requestKey,
                    wish.subject().toString(),
                    specimens.get(i),
                    wish.notBefore(),
                    wish.notAfter(),
                    clock.instant());
            note("certificate-signing", all.get(i));
        }
    }

    private byte[] sign(Tbs tbs, byte[] specimen) throws IOException {
        byte[] certificate = tbs.with(signer.sign(tbs));
        if (!Arrays.equals(toBeSigned(certificate), toBeSigned(specimen))) {
            throw new IllegalStateException("certificate " + tbs.serialHex() + " differs from its specimen");
        }
        return certificate;
    }

    private static byte[] toBeSigned(byte[] certificate) throws IOException {
        return new X509CertificateHolder(certificate)
                .toASN1Structure()
                .getTBSCertificate()
                .getEncoded(ASN1Encoding.DER);
    }

    private void note(String verb, Tbs tbs) {
        audit.append(
                AUTHORITY,
                null,
                "certificate " + tbs.serialHex(),
                verb,
                Map.of("serial", tbs.serialHex(), "profile", tbs.profile().name()));
    }

    /** One prefix byte and 136 random bits. */
    private BigInteger newSerial() {
        byte[] bytes = new byte[1 + SERIAL_RANDOM_BYTES];
        random.nextBytes(bytes);
        bytes[0] = SERIAL_PREFIX;
        return new BigInteger(1, bytes);
    }

    private synchronized KeyPair throwAway(Algorithm algorithm) {
        return throwAway.computeIfAbsent(algorithm, Signing::newPair);
    }
}

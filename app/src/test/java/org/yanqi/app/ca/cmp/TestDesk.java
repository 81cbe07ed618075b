package org.yanqi.app.ca.cmp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yanqi.app.cmp.TestPki;
import org.yanqi.process.certificate.MessageProof;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;

/** A desk without orders: whatever certificate it knows may be updated, unless it was told otherwise. */
final class TestDesk implements UpdateDesk {
    private final TestPki pki;
    private final Map<String, byte[]> issued = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();
    final List<String> happened = new ArrayList<>();
    String refusal = "";
    int waits;

    TestDesk(TestPki pki) {
        this.pki = pki;
    }

    TestPki.Identity holder(String subject, KeyPair keys) {
        TestPki.Identity holder = pki.identity(subject, keys);
        known.add(hex(encoded(holder.certificate())));
        return holder;
    }

    @Override
    public Validity validity(byte[] certificate) {
        if (!known.contains(hex(certificate))) {
            return Validity.UNKNOWN;
        }
        return revoked.contains(hex(certificate)) ? Validity.REVOKED : Validity.CURRENT;
    }

    @Override
    public Decision request(byte[] old, byte[] message, byte[] protection) {
        if (!refusal.isEmpty()) {
            return new Decision.Refused(refusal);
        }
        return standing(old, message);
    }

    @Override
    public Decision standing(byte[] old, byte[] message) {
        if (waits > 0) {
            waits--;
            return new Decision.Waiting();
        }
        return new Decision.Issued(issued.computeIfAbsent(hex(message), none -> issue(old, message)));
    }

    private byte[] issue(byte[] old, byte[] message) {
        happened.add("issued");
        try {
            SubjectPublicKeyInfo key = MessageProof.key(message).orElseThrow();
            String kind = key.getAlgorithm().getAlgorithm().getId().equals("1.2.840.113549.1.1.1") ? "RSA" : "EC";
            PublicKey plain = KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
            X509CertificateHolder made = pki.certificate(
                    new X509CertificateHolder(old).getSubject().toString(),
                    new KeyPair(plain, null),
                    BigInteger.valueOf(5_000_000L + issued.size()),
                    Duration.ofDays(365));
            known.add(hex(encoded(made)));
            return made.getEncoded();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean confirm(byte[] old, byte[] message, byte[] certificate) {
        happened.add("confirmed");
        return true;
    }

    @Override
    public void reject(byte[] certificate, String reason) {
        happened.add("rejected");
    }

    @Override
    public void revoke(byte[] certificate, Reason reason) {
        revoked.add(hex(certificate));
        happened.add("revoked " + reason);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] encoded(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

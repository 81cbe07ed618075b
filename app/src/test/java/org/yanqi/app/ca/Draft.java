package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.certificate.ProofOfKey;

/** A good certificate whose parts a test may spoil, written field by field. */
final class Draft {
    private static final Shard SHARD = new Shard(0, "http://localhost/ca/sm2.crl");

    final Map<ASN1ObjectIdentifier, @Nullable Extension> replaced = new LinkedHashMap<>();
    int version = 3;
    boolean indefinite;
    boolean uniqueIdentifier;
    BigInteger serial = BigInteger.ONE.shiftLeft(140);
    AlgorithmIdentifier inside;
    X500Name issuer;
    X500Name subject = new X500Name("C=CN,O=某某公司,CN=张三");
    Time until;
    SubjectPublicKeyInfo key;

    private final Hierarchy hierarchy;
    private final Profile profile;

    Draft(Hierarchy hierarchy, String profile, SubjectPublicKeyInfo key) {
        this.hierarchy = hierarchy;
        this.profile = Profiles.standard().named(profile);
        this.key = key;
        this.inside = ProofOfKey.signatureOf(hierarchy.algorithm());
        this.issuer = hierarchy.issuing().getSubject();
        this.until = time(LintFaults.NOW.plus(Duration.ofDays(365)));
    }

    void until(Instant instant) {
        this.until = time(instant);
    }

    Specimen specimen() {
        try {
            ASN1EncodableVector certificate = new ASN1EncodableVector();
            certificate.add(body());
            certificate.add(ProofOfKey.signatureOf(hierarchy.algorithm()));
            certificate.add(new DERBitString(new byte[64]));
            return new Specimen(
                    new X509CertificateHolder(new BERSequence(certificate).getEncoded()), hierarchy, profile, SHARD);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ASN1Encodable body() throws IOException {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        if (version != 1) {
            fields.add(new DERTaggedObject(true, 0, new ASN1Integer(version - 1L)));
        }
        fields.add(new ASN1Integer(serial));
        fields.add(inside);
        fields.add(issuer);
        fields.add(new DERSequence(new ASN1Encodable[] {time(LintFaults.NOW), until}));
        fields.add(subject);
        fields.add(key);
        if (uniqueIdentifier) {
            fields.add(new DERTaggedObject(false, 1, new DERBitString(new byte[] {1})));
        }
        if (version == 3) {
            fields.add(new DERTaggedObject(true, 3, extensions()));
        }
        return indefinite ? new BERSequence(fields) : new DERSequence(fields);
    }

    private ASN1Encodable extensions() throws IOException {
        Tbs good = new BuildTbs("http://localhost")
                .build(
                        hierarchy,
                        SHARD,
                        BigInteger.ONE,
                        new Issue.Wish(profile, subject, key, LintFaults.NOW, LintFaults.NOW.plusSeconds(1)));
        Extensions model = TBSCertificate.getInstance(good.der()).getExtensions();
        List<Extension> all = new ArrayList<>();
        for (ASN1ObjectIdentifier oid : model.getExtensionOIDs()) {
            if (!replaced.containsKey(oid)) {
                all.add(model.getExtension(oid));
            }
        }
        replaced.values().stream().filter(one -> one != null).forEach(all::add);
        return new Extensions(all.toArray(Extension[]::new));
    }

    private static Time time(Instant instant) {
        return new Time(Date.from(instant));
    }
}

package org.yanqi.process.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.util.ASN1Dump;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A certificate field by field, as people who look into it want to see it.
 *
 * @param fields in the order of the encoding; names are keys of texts, extensions are named by their identifier
 * @param pem the whole, as text
 */
public record DecodedCertificate(List<Field> fields, String pem) {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    private static final Map<String, String> ALGORITHMS = Map.of(
            "1.2.840.113549.1.1.11", "SHA256withRSA",
            "1.2.156.10197.1.501", "SM3withSM2",
            "1.2.840.10045.4.3.2", "SHA256withECDSA",
            "1.2.840.113549.1.1.1", "RSA",
            "1.2.840.10045.2.1", "EC",
            "1.2.156.10197.1.301", "SM2 (sm2p256v1)");
    private static final Map<String, String> EXTENSIONS = Map.of(
            "2.5.29.14", "subjectKeyIdentifier",
            "2.5.29.15", "keyUsage",
            "2.5.29.19", "basicConstraints",
            "2.5.29.31", "cRLDistributionPoints",
            "2.5.29.32", "certificatePolicies",
            "2.5.29.35", "authorityKeyIdentifier",
            "2.5.29.37", "extKeyUsage",
            "1.3.6.1.5.5.7.1.1", "authorityInfoAccess");

    /** A name and what stands there. */
    public record Field(String name, String value) {}

    /** @throws IllegalArgumentException if these bytes are no certificate */
    public static DecodedCertificate of(byte[] der) {
        X509CertificateHolder holder;
        try {
            holder = new X509CertificateHolder(der);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("no X.509 certificate", malformed);
        }
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("version", "v" + holder.getVersionNumber()));
        fields.add(new Field("serial", holder.getSerialNumber().toString(16)));
        fields.add(new Field("signature", name(holder.getSignatureAlgorithm().getAlgorithm())));
        fields.add(new Field("issuer", holder.getIssuer().toString()));
        fields.add(new Field("not-before", holder.getNotBefore().toInstant().toString()));
        fields.add(new Field("not-after", holder.getNotAfter().toInstant().toString()));
        fields.add(new Field("subject", holder.getSubject().toString()));
        fields.add(new Field("key", key(holder)));
        Extensions extensions = holder.getExtensions();
        if (extensions != null) {
            for (ASN1ObjectIdentifier id : extensions.getExtensionOIDs()) {
                fields.add(extension(extensions.getExtension(id)));
            }
        }
        fields.add(new Field("sha-256", fingerprint(der)));
        return new DecodedCertificate(
                List.copyOf(fields),
                "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(der) + "\n-----END CERTIFICATE-----\n");
    }

    private static String key(X509CertificateHolder holder) {
        var info = holder.getSubjectPublicKeyInfo();
        var curve = info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier id ? " " + name(id) : "";
        return name(info.getAlgorithm().getAlgorithm()) + curve + ", "
                + HexFormat.of().formatHex(info.getPublicKeyData().getBytes());
    }

    private static Field extension(Extension extension) {
        String id = extension.getExtnId().getId();
        String value =
                ASN1Dump.dumpAsString(extension.getParsedValue(), true).strip().replaceAll("\\s*\\R\\s*", " · ");
        return new Field(EXTENSIONS.getOrDefault(id, id), (extension.isCritical() ? "critical · " : "") + value);
    }

    private static String name(ASN1ObjectIdentifier algorithm) {
        return ALGORITHMS.getOrDefault(algorithm.getId(), algorithm.getId());
    }

    private static String fingerprint(byte[] der) {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

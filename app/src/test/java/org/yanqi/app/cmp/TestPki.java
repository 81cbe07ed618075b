package org.yanqi.app.cmp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority as a test has it in hand: certificates of every kind, right and wrong, and the files that programs want. */
public final class TestPki {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final AtomicLong SERIALS = new AtomicLong(1000);

    private final X500Name name;
    private final KeyPair keys;
    private final X509CertificateHolder root;

    public TestPki(String name) {
        this.name = new X500Name(name);
        this.keys = ec();
        this.root = issue(this.name, keys, BigInteger.ONE, Duration.ofDays(3650), true);
    }

    /** A key with its certificate. */
    public record Identity(KeyPair keys, X509CertificateHolder certificate) {}

    public X509CertificateHolder root() {
        return root;
    }

    public Identity identity(String subject, KeyPair of) {
        return new Identity(of, certificate(subject, of));
    }

    public X509CertificateHolder certificate(String subject, KeyPair of) {
        return certificate(subject, of, BigInteger.valueOf(SERIALS.incrementAndGet()), Duration.ofDays(365));
    }

    public X509CertificateHolder certificate(String subject, KeyPair of, BigInteger serial, Duration life) {
        return issue(new X500Name(subject), of, serial, life, false);
    }

    /** With extensions of its own. */
    X509CertificateHolder certificate(String subject, KeyPair of, Extension... more) {
        return issue(
                new X500Name(subject),
                of,
                BigInteger.valueOf(SERIALS.incrementAndGet()),
                Duration.ofDays(365),
                false,
                more);
    }

    /** The authority itself, as one who signs answers. */
    Identity authority() {
        return new Identity(keys, root);
    }

    private X509CertificateHolder issue(
            X500Name subject, KeyPair of, BigInteger serial, Duration life, boolean authority, Extension... more) {
        Instant now = Clock.systemUTC().instant();
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    serial,
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(life)),
                    subject,
                    of.getPublic());
            int usage = authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions.createSubjectKeyIdentifier(of.getPublic()))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            extensions.createAuthorityKeyIdentifier(keys.getPublic()));
            for (Extension one : more) {
                builder.addExtension(one);
            }
            return builder.build(signer());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    ContentSigner signer() throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA")
                .setProvider(PROVIDER)
                .build(keys.getPrivate());
    }

    public static KeyPair ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param things keys or certificates */
    public static Path pem(Path file, Object... things) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object thing : things) {
                writer.writeObject(thing);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        try {
            return Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Path pkcs12(Path file, String password, Identity identity, X509CertificateHolder... chain) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] all = Stream.concat(List.of(identity.certificate()).stream(), Arrays.stream(chain))
                    .map(TestPki::plain)
                    .toArray(Certificate[]::new);
            store.setKeyEntry("key", identity.keys().getPrivate(), password.toCharArray(), all);
            store.store(out, password.toCharArray());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate plain(X509CertificateHolder certificate) {
        try {
            return new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

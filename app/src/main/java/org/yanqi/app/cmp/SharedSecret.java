package org.yanqi.app.cmp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.asn1.cmp.PBMParameter;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;

/**
 * A secret that this product and the authority share, in place of a certificate of its own: both sides protect by it
 * (PasswordBasedMac, RFC 4210 §5.1.3.1). Who knows it can speak for either.
 */
record SharedSecret(String reference, char[] secret) implements Protection {
    private static final X500Name NOBODY = new X500Name("");
    private static final AlgorithmIdentifier HASH = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final AlgorithmIdentifier MAC = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256);
    private static final int ITERATIONS = 10_000;
    /** A peer may make us count no longer. */
    private static final int MOST_ITERATIONS = 100_000;

    @Override
    public GeneralName sender() {
        return new GeneralName(NOBODY);
    }

    @Override
    public void introduce(ProtectedPKIMessageBuilder message) {
        message.setSenderKID(reference.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ProtectedPKIMessage protect(ProtectedPKIMessageBuilder message) throws CMPException {
        PBMParameter parameters = new PBMParameter(Crypto.random(), HASH, ITERATIONS, MAC);
        try {
            return message.build(calculator().setParameters(parameters).build(secret));
        } catch (CRMFException e) {
            throw new CMPException("cannot protect by a secret", e);
        }
    }

    @Override
    public List<X509CertificateHolder> chain() {
        return List.of();
    }

    /** Whether a message was protected by this secret, in a way that can be relied upon. */
    boolean protects(ProtectedPKIMessage message) {
        try {
            return message.hasPasswordBasedMacProtection()
                    && isSound(message.getProtectionAlgorithm())
                    && message.verify(calculator(), secret);
        } catch (CMPException | RuntimeException e) {
            // parameters that nobody can count with prove nothing
            return false;
        }
    }

    private static boolean isSound(AlgorithmIdentifier algorithm) {
        return Crypto.isSoundHash(
                PBMParameter.getInstance(algorithm.getParameters()).getOwf());
    }

    private static PKMACBuilder calculator() {
        return new PKMACBuilder(new JcePKMACValuesCalculator().setProvider(Crypto.PROVIDER), MOST_ITERATIONS);
    }
}

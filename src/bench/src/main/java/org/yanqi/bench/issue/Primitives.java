package org.yanqi.bench.issue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.yanqi.process.certificate.Algorithm;

/**
 * What issuing cannot do without, each in the fastest way that the library knows: keys prepared once, shared multiples of
 * the curve's base point. The signatures of the JCA provider stand beside them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Primitives {
    /** About as long as the part of a certificate that is signed. */
    private static final int MESSAGE = 700;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] message = new byte[MESSAGE];
    private final byte[] sm4 = new byte[16];
    private final ECKeyPairGenerator generator = new ECKeyPairGenerator();
    private final SM2Signer signer = new SM2Signer();
    private @Nullable AsymmetricCipherKeyPair sm2;
    private byte[] sm2Signature = {};
    private @Nullable KeyPair providersSm2;
    private @Nullable KeyPair rsa2048;
    private @Nullable KeyPair rsa3072;
    private byte[] rsaSignature = {};

    @Setup
    public void keys() throws GeneralSecurityException, CryptoException {
        generator.init(new ECKeyGenerationParameters(
                new ECDomainParameters(CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1)), RANDOM));
        sm2 = generator.generateKeyPair();
        signer.init(true, new ParametersWithRandom(sm2.getPrivate(), RANDOM));
        sm2Signature = signed();
        providersSm2 = Holder.newPair(Algorithm.SM2);
        rsa2048 = rsa(2048);
        rsa3072 = rsa(3072);
        rsaSignature = sign(rsa2048, "SHA256withRSA");
    }

    @Benchmark
    public AsymmetricCipherKeyPair sm2KeyPair(OnCpu cpu) {
        cpu.operations++;
        return generator.generateKeyPair();
    }

    @Benchmark
    public byte[] sm2Sign(OnCpu cpu) throws CryptoException {
        cpu.operations++;
        return signed();
    }

    @Benchmark
    public boolean sm2Verify(OnCpu cpu) {
        cpu.operations++;
        SM2Signer verifier = new SM2Signer();
        verifier.init(false, sm2.getPublic());
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(sm2Signature);
    }

    @Benchmark
    public byte[] sm2Encrypt(OnCpu cpu) throws CryptoException {
        cpu.operations++;
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(sm2.getPublic(), RANDOM));
        return engine.processBlock(sm4, 0, sm4.length);
    }

    @Benchmark
    public byte[] sm2SignByProvider(OnCpu cpu) throws GeneralSecurityException {
        cpu.operations++;
        return sign(providersSm2, "SM3withSM2");
    }

    @Benchmark
    public byte[] rsa2048Sign(OnCpu cpu) throws GeneralSecurityException {
        cpu.operations++;
        return sign(rsa2048, "SHA256withRSA");
    }

    @Benchmark
    public byte[] rsa3072Sign(OnCpu cpu) throws GeneralSecurityException {
        cpu.operations++;
        return sign(rsa3072, "SHA256withRSA");
    }

    @Benchmark
    public boolean rsa2048Verify(OnCpu cpu) throws GeneralSecurityException {
        cpu.operations++;
        Signature verifier = Signature.getInstance("SHA256withRSA", Holder.PROVIDER);
        verifier.initVerify(rsa2048.getPublic());
        verifier.update(message);
        return verifier.verify(rsaSignature);
    }

    private byte[] signed() throws CryptoException {
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    private byte[] sign(KeyPair pair, String algorithm) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm, Holder.PROVIDER);
        signature.initSign(pair.getPrivate());
        signature.update(message);
        return signature.sign();
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", Holder.PROVIDER);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}

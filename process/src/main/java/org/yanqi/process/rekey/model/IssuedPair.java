package org.yanqi.process.rekey.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the authority issued for a key: its certificates, how the encryption key is wrapped for it, and who signed. */
@Embeddable
@SuppressWarnings("NullAway.Init")
public class IssuedPair {
    private static final String SEPARATOR = "\n";

    @Column(name = "new_certificate")
    private UUID certificate;

    private byte[] signing;
    private byte @Nullable [] encryption;
    private byte @Nullable [] envelope;
    private String chain;

    protected IssuedPair() {}

    /**
     * @param certificate the pair among the holder's certificates
     * @param signing DER
     * @param encryption DER; none of an RSA key, which has one certificate in both places
     * @param envelope the encryption key as GM/T 0009 wraps it for the signing key
     * @param chain issuers in DER, the nearest first
     */
    public IssuedPair(
            UUID certificate,
            byte[] signing,
            byte @Nullable [] encryption,
            byte @Nullable [] envelope,
            List<byte[]> chain) {
        this.certificate = certificate;
        this.signing = signing;
        this.encryption = encryption;
        this.envelope = envelope;
        this.chain = chain.stream().map(Base64.getEncoder()::encodeToString).collect(Collectors.joining(SEPARATOR));
    }

    public UUID certificate() {
        return certificate;
    }

    public byte[] signing() {
        return signing;
    }

    public byte @Nullable [] encryption() {
        return encryption;
    }

    public byte @Nullable [] envelope() {
        return envelope;
    }

    /** @return issuers, the nearest first */
    public List<byte[]> chain() {
        return chain.isEmpty()
                ? List.of()
                : Arrays.stream(chain.split(SEPARATOR))
                        .map(Base64.getDecoder()::decode)
                        .toList();
    }
}

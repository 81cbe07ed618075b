package org.yanqi.app.ca.km;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.springframework.stereotype.Component;

/** Key management in this very process; its key is derived from a secret of its own. */
@Component
public final class LocalKeyManagement implements KeyManagement {
    private final KeptKeys keys;
    private final SealedKeys seal;

    public LocalKeyManagement(KeptKeys keys, KmProperties properties) {
        this.keys = keys;
        this.seal = new SealedKeys(properties.directory(), properties.secret());
    }

    @Override
    public Delivered make(SubjectPublicKeyInfo receiver) {
        EncryptionPair pair = EncryptionPair.make();
        byte[] envelope = Envelope.wrap(pair, receiver);
        String id = id(pair.publicKey());
        keys.keep(id, seal.seal(pair.secret(), owner(id)));
        return new Delivered(pair.publicKey(), envelope);
    }

    @Override
    public Optional<byte[]> recover(SubjectPublicKeyInfo publicKey, SubjectPublicKeyInfo receiver) {
        String id = id(publicKey);
        return keys.sealed(id)
                .map(kept -> Envelope.wrap(
                        new EncryptionPair(publicKey.getPublicKeyData().getBytes(), seal.open(kept, owner(id))),
                        receiver));
    }

    private static byte[] owner(String id) {
        return id.getBytes(StandardCharsets.US_ASCII);
    }

    private static String id(SubjectPublicKeyInfo key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(key.getPublicKeyData().getBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

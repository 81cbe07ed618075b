package org.yanqi.app.agent;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;

/** Keeps the ES256 key that signs tickets in a file, encrypted by a password (RFC 7518 §4.8). */
final class TicketKey {
    private static final int SALT_BYTES = 16;
    private static final int ROUNDS = 310_000;

    private TicketKey() {}

    /** The key in the file, made if there is none. */
    static ECKey in(AgentProperties properties) {
        Path file = properties.keyFile();
        try {
            if (Files.exists(file)) {
                JWEObject sealed = JWEObject.parse(Files.readString(file).strip());
                sealed.decrypt(new PasswordBasedDecrypter(properties.keyPassword()));
                return ECKey.parse(sealed.getPayload().toJSONObject());
            }
            ECKey made = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            keep(made, file, properties);
            return made;
        } catch (IOException | JOSEException | ParseException e) {
            throw new IllegalStateException(
                    "The key that signs tickets cannot be read from or kept in " + file
                            + ": check yanqi.agent.key-file and yanqi.agent.key-password",
                    e);
        }
    }

    private static void keep(ECKey key, Path file, AgentProperties properties) throws IOException, JOSEException {
        JWEObject sealed = new JWEObject(
                new JWEHeader(JWEAlgorithm.PBES2_HS256_A128KW, EncryptionMethod.A256GCM),
                new Payload(key.toJSONObject()));
        sealed.encrypt(new PasswordBasedEncrypter(properties.keyPassword(), SALT_BYTES, ROUNDS));
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(half, sealed.serialize());
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

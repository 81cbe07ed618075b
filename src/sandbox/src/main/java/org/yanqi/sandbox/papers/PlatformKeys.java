package org.yanqi.sandbox.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.yanqi.sandbox.wire.Crypto;

/**
 * WeChat Pay's own keys by their ids: one signs, and the public ones are in a folder for the merchant, a file {@code <id>.pem} each.
 * A change lays the new one beside the old; the old ones are withdrawn when somebody says so.
 */
public final class PlatformKeys {
    private final Path published;
    private final Path secret;
    private volatile String current;
    private volatile KeyPair pair;

    /** The keys of an earlier run, or a first one under this id. */
    PlatformKeys(Path directory, String firstId, KeyPair first) throws IOException {
        this.published = directory.resolve("wechat-platform-keys");
        this.secret = directory.resolve("services/wechat-platform-keys");
        Files.createDirectories(published);
        Files.createDirectories(secret);
        Path remembered = secret.resolve("current");
        if (Files.exists(remembered)) {
            this.current = Files.readString(remembered);
            this.pair = Pem.keyPair(secret.resolve(current + ".pem"));
        } else {
            this.current = firstId;
            this.pair = first;
            publish();
        }
    }

    private void publish() throws IOException {
        Pem.write(
                published.resolve(current + ".pem"),
                "PUBLIC KEY",
                pair.getPublic().getEncoded());
    }

    /** Draws a new key, lays its public half beside the others and signs with it from now on. */
    public synchronized String change() {
        try {
            String id = "PUB_KEY_ID_01" + Crypto.digits(24);
            KeyPair fresh = Pem.keyPair(secret.resolve(id + ".pem"));
            Files.writeString(secret.resolve("current"), id);
            pair = fresh;
            current = id;
            publish();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the public keys away that sign no more. */
    public synchronized void withdrawOld() {
        try {
            for (String id : published()) {
                if (!id.equals(current)) {
                    Files.deleteIfExists(published.resolve(id + ".pem"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids whose public keys the merchant can see. */
    public List<String> published() {
        try (var files = Files.list(published)) {
            return files.map(file -> file.getFileName().toString().replace(".pem", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the public keys lie. */
    public Path directory() {
        return published;
    }

    /** The id of the key that signs. */
    public String id() {
        return current;
    }

    /** The key that signs. */
    public KeyPair pair() {
        return pair;
    }
}

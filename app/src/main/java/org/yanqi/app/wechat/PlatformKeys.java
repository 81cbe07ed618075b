package org.yanqi.app.wechat;

import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.cipher.Verifier;
import com.wechat.pay.java.core.util.PemUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.PublicKey;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WeChat Pay's public keys by their ids, several at once: those in a folder, a file {@code <id>.pem} each, and the one in the
 * configuration. The folder is looked into whenever a signature is to be proven, so that a key works from the moment in which its
 * file is there until it is removed, without a restart.
 */
class PlatformKeys implements Verifier {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformKeys.class);
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_]{1,100}");
    private static final String SUFFIX = ".pem";

    private final @Nullable Path folder;
    private final @Nullable String configuredId;
    private final @Nullable PublicKey configured;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    private record Read(FileTime changed, PublicKey key) {}

    /** @throws IllegalStateException if there is neither a folder nor a key */
    PlatformKeys(@Nullable Path folder, @Nullable String configuredId, @Nullable String configuredPem) {
        if (folder == null && (configuredId == null || configuredPem == null)) {
            throw new IllegalStateException("set yanqi.wechat.public-keys-directory, or yanqi.wechat.public-key-id"
                    + " and yanqi.wechat.public-key(-file)");
        }
        this.folder = folder;
        this.configuredId = configuredId;
        this.configured = configuredPem == null ? null : PemUtil.loadPublicKeyFromString(configuredPem);
    }

    @Override
    public boolean verify(String id, String message, String signature) {
        var key = key(id);
        return key != null && new RSAVerifier(key, id).verify(id, message, signature);
    }

    /** The id that requests name, for WeChat Pay to sign its answers with: the folder's newest, else the configured one. */
    @Override
    public String getSerialNumber() {
        var newest = newest();
        if (newest != null) {
            return newest;
        }
        if (configuredId == null) {
            throw new IllegalStateException("no public key in " + folder);
        }
        return configuredId;
    }

    private @Nullable PublicKey key(String id) {
        if (folder != null && ID.matcher(id).matches()) {
            try {
                var file = folder.resolve(id + SUFFIX);
                var changed = Files.getLastModifiedTime(file);
                var known = read.get(id);
                if (known == null || !known.changed().equals(changed)) {
                    known = new Read(changed, PemUtil.loadPublicKeyFromString(Files.readString(file)));
                    read.put(id, known);
                    LOG.info("public key {} is used from now on", id);
                }
                return known.key();
            } catch (NoSuchFileException none) {
                if (read.remove(id) != null) {
                    LOG.info("public key {} is gone", id);
                }
            } catch (IOException | RuntimeException unreadable) {
                LOG.warn("public key {} cannot be read", id, unreadable);
                return null;
            }
        }
        return id.equals(configuredId) ? configured : null;
    }

    private @Nullable String newest() {
        if (folder == null || !Files.isDirectory(folder)) {
            return null;
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .max(Comparator.comparing(PlatformKeys::changed).thenComparing(Path::getFileName))
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .orElse(null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + folder, unreadable);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}

package org.yanqi.process.record.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry exactly as stored, with its place in the chain if it has one.
 *
 * @param facts the JSON text, untouched, since it is part of what is hashed
 */
public record ChainedEntry(
        long number,
        Instant at,
        String account,
        String name,
        String role,
        String from,
        @Nullable UUID caseId,
        String subject,
        String verb,
        String facts,
        @Nullable Long position,
        @Nullable String hash) {

    /** SHA-256 over the hash before it, the place, and every field with its length, so that no two entries read alike. */
    public String hashAt(long place, String previous) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(previous));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(place).flip());
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        digest.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .flip());
        for (String field :
                new String[] {account, name, role, from, caseId == null ? "" : caseId.toString(), subject, verb, facts
                }) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package org.yanqi.process.rekey.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.rekey.SelfTestResult;

/** One encrypt/decrypt test of a key (R4). It ends once; what a key says later changes nothing. */
@Entity
@Table(name = "key_self_test")
@SuppressWarnings("NullAway.Init")
public class SelfTest {
    private static final String PASSED = "PASSED";
    private static final String FAILED = "FAILED";

    @Id
    private String ticket;

    @Version
    private @Nullable Long version;

    private UUID certificate;
    private String origin;
    private String nonce;
    private byte[] expected;
    private String openedBy;
    private Instant opened;
    private Instant expires;
    private @Nullable String result;
    private @Nullable String failure;
    private @Nullable Instant ended;

    protected SelfTest() {}

    /** @param expected SHA-256 of the message that was encrypted */
    public SelfTest(
            String ticket,
            UUID certificate,
            String origin,
            String nonce,
            byte[] expected,
            String openedBy,
            Instant opened,
            Instant expires) {
        this.ticket = ticket;
        this.certificate = certificate;
        this.origin = origin;
        this.nonce = nonce;
        this.expected = expected;
        this.openedBy = openedBy;
        this.opened = opened;
        this.expires = expires;
    }

    public UUID certificate() {
        return certificate;
    }

    /** Whether a ticket with these claims was opened for this test. */
    public boolean isFor(String site, String once) {
        return origin.equals(site) && nonce.equals(once);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    public boolean isEnded() {
        return ended != null;
    }

    /** @return whether this is the message that was encrypted */
    public boolean opens(byte[] hash, Instant now) {
        boolean right = MessageDigest.isEqual(expected, hash);
        end(right ? null : "not-decrypted", now);
        return right;
    }

    public void failed(String code, Instant now) {
        end(code, now);
    }

    private void end(@Nullable String code, Instant now) {
        if (isEnded()) {
            throw new IllegalStateException("the test " + ticket + " has ended");
        }
        result = code == null ? PASSED : FAILED;
        failure = code;
        ended = now;
    }

    /** What came of it; not to be asked before it has ended. */
    public SelfTestResult view() {
        if (ended == null) {
            throw new IllegalStateException("the test " + ticket + " has not ended");
        }
        return new SelfTestResult(certificate, PASSED.equals(result), failure, ended);
    }
}

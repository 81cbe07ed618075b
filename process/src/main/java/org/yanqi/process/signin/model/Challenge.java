package org.yanqi.process.signin.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One nonce for one session: proven once, taken once, gone after minutes. */
@Entity
@Table(name = "sign_in_challenge")
@SuppressWarnings("NullAway.Init")
public class Challenge {
    @Id
    private String id;

    @Version
    private @Nullable Long version;

    private String origin;
    private String nonce;
    private String binding;
    private String openedFrom;
    private Instant opened;
    private Instant expires;
    private @Nullable Instant used;
    private @Nullable String proof;
    private @Nullable UUID certificate;
    private @Nullable String login;
    private @Nullable String refusal;
    private @Nullable Instant taken;

    protected Challenge() {}

    /** @param binding SHA-256 of the secret that the session keeps */
    public Challenge(
            String id,
            String origin,
            String nonce,
            String binding,
            String openedFrom,
            Instant opened,
            Instant expires) {
        this.id = id;
        this.origin = origin;
        this.nonce = nonce;
        this.binding = binding;
        this.openedFrom = openedFrom;
        this.opened = opened;
        this.expires = expires;
    }

    public String origin() {
        return origin;
    }

    public String nonce() {
        return nonce;
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    public boolean isBoundTo(String hash) {
        return binding.equals(hash);
    }

    /** @return false if another proof used the nonce up before */
    public boolean use(String proofHash, Instant now) {
        if (used == null) {
            used = now;
            proof = proofHash;
        }
        return proofHash.equals(proof);
    }

    public boolean isSettled() {
        return login != null || refusal != null;
    }

    /** What the proof came to: an account, or why not. */
    public void settle(@Nullable UUID pair, @Nullable String account, @Nullable String why) {
        if (used == null || isSettled()) {
            throw new IllegalStateException("challenge " + id + " cannot be settled now");
        }
        certificate = pair;
        login = account;
        refusal = why;
    }

    public @Nullable UUID certificate() {
        return certificate;
    }

    public @Nullable String login() {
        return login;
    }

    public @Nullable String refusal() {
        return refusal;
    }

    /** @return false if the session went in with it before */
    public boolean take(Instant now) {
        if (taken != null || login == null) {
            return false;
        }
        taken = now;
        return true;
    }
}

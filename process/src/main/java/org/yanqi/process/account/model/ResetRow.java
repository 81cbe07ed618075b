package org.yanqi.process.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A link to set a new password; only the hash of its token is stored. */
@Entity
@Table(name = "password_reset")
public class ResetRow {
    @Id
    private String tokenHash = "";

    private String login = "";
    private Instant expires = Instant.EPOCH;

    protected ResetRow() {}

    public ResetRow(String tokenHash, String login, Instant expires) {
        this.tokenHash = tokenHash;
        this.login = login;
        this.expires = expires;
    }

    public String login() {
        return login;
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(expires);
    }
}

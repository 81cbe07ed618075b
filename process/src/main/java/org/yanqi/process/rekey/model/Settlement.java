package org.yanqi.process.rekey.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A paid certificate that is settled for good without renewal: one person decides, another one agrees (R6). */
@Embeddable
@SuppressWarnings("NullAway.Init")
public class Settlement {
    @Column(name = "settle_by")
    private String decidedBy;

    @Column(name = "settle_reason")
    private String reason;

    @Column(name = "settle_agreed_by")
    private @Nullable String agreedBy;

    protected Settlement() {}

    Settlement(String decidedBy, String reason) {
        this.decidedBy = decidedBy;
        this.reason = reason;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public String reason() {
        return reason;
    }

    /** @throws IllegalStateException if it is the person who decided */
    void agreed(String account) {
        if (decidedBy.equals(account)) {
            throw new IllegalStateException(account + " decided and may not agree");
        }
        agreedBy = account;
    }

    /** The second person, once there is one. */
    public @Nullable String agreedBy() {
        return agreedBy;
    }
}

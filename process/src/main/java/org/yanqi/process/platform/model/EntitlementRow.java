package org.yanqi.process.platform.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.platform.Entitlement;

/** A term of service as it is stored; written by insert-if-absent, and withdrawn when its certificate is refunded. */
@Entity
@Immutable
@Table(name = "entitlement")
public class EntitlementRow {
    @Id
    private UUID id = new UUID(0, 0);

    private UUID certificate = new UUID(0, 0);
    private String platform = "";
    private LocalDate starts = LocalDate.EPOCH;
    private LocalDate ends = LocalDate.EPOCH;
    private boolean gift;
    private @Nullable UUID caseId;
    private String onceKey = "";
    private Instant created = Instant.EPOCH;
    private @Nullable Instant withdrawn;

    protected EntitlementRow() {}

    public Entitlement entitlement() {
        return new Entitlement(id, certificate, platform, starts, ends, gift);
    }
}

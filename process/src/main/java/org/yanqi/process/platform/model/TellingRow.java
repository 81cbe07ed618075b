package org.yanqi.process.platform.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.platform.port.PlatformGateway;

/** What one platform is to be told of one certificate; written by insert-if-absent and marked when it is told. */
@Entity
@Immutable
@Table(name = "platform_telling")
public class TellingRow {
    @Id
    private String onceKey = "";

    private UUID caseId = new UUID(0, 0);
    private String platform = "";
    private String taxNumber = "";
    private String serial = "";
    private String holder = "";
    private LocalDate starts = LocalDate.EPOCH;
    private LocalDate ends = LocalDate.EPOCH;
    private @Nullable Instant told;

    protected TellingRow() {}

    public String key() {
        return onceKey;
    }

    public PlatformGateway.Update update() {
        return new PlatformGateway.Update(onceKey, platform, taxNumber, serial, holder, starts, ends);
    }
}

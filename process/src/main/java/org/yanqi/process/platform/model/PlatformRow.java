package org.yanqi.process.platform.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.platform.Level;
import org.yanqi.process.platform.Platform;

/** A platform as it is stored. */
@Entity
@Table(name = "platform")
public class PlatformRow {
    @Id
    private String code = "";

    @Version
    private @Nullable Long version;

    private String name = "";

    @Enumerated(EnumType.STRING)
    private Level level = Level.PROVINCE;

    private String region = "";
    private String kind = "";
    private boolean offered;
    private int place;

    protected PlatformRow() {}

    public PlatformRow(Platform platform, int place) {
        this.code = platform.code();
        this.place = place;
        write(platform);
    }

    /** Takes over everything but the code. */
    public final void write(Platform platform) {
        this.name = platform.name().strip();
        this.level = platform.level();
        this.region = platform.region();
        this.kind = platform.kind();
        this.offered = platform.offered();
    }

    public Platform platform() {
        return new Platform(code, name, level, region, kind, offered);
    }
}

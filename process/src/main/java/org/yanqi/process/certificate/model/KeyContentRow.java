package org.yanqi.process.certificate.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.yanqi.process.certificate.KeyContents.Held;
import org.yanqi.process.certificate.KeyContents.Use;

/** A certificate that was found on a key when it was last read. */
@Entity
@Table(name = "key_content")
public class KeyContentRow {
    @EmbeddedId
    private Place place = new Place("", "", "", "");

    private boolean old;
    private Instant expires = Instant.EPOCH;
    private Instant seen = Instant.EPOCH;

    protected KeyContentRow() {}

    public KeyContentRow(String keySerial, Held held) {
        this.place =
                new Place(keySerial, held.issuer(), held.serial(), held.use().name());
        this.old = held.old();
        this.expires = held.expires();
        this.seen = held.seen();
    }

    public Held held() {
        return new Held(Use.valueOf(place.role()), old, place.issuer(), place.serial(), expires, seen);
    }

    /** Which certificate on which key, and for what. */
    @Embeddable
    record Place(@Column(name = "key_serial") String keySerial, String issuer, String serial, String role)
            implements Serializable {}
}

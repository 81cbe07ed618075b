package org.yanqi.process.certificate.model;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was found on keys. */
public interface KeyContentRows extends Repository<KeyContentRow, KeyContentRow.Place> {
    KeyContentRow save(KeyContentRow row);

    @Query(
            "select k from KeyContentRow k where k.place.keySerial = :keySerial order by k.old, k.place.role desc, k.expires desc")
    List<KeyContentRow> on(String keySerial);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from KeyContentRow k where k.place.keySerial = :keySerial")
    int forget(String keySerial);
}

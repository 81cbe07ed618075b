package org.yanqi.process.signin.model;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All challenges that were given out lately. */
public interface Challenges extends Repository<Challenge, String> {
    Challenge save(Challenge challenge);

    Optional<Challenge> findById(String id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Challenge c where c.id = :id")
    Optional<Challenge> lock(String id);

    @Modifying
    @Query("delete from Challenge c where c.expires < :before")
    int forget(Instant before);
}

package org.yanqi.process.rekey.model;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All self-tests. */
public interface SelfTests extends JpaRepository<SelfTest, String> {
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from SelfTest t where t.ticket = :ticket")
    Optional<SelfTest> lock(String ticket);

    Optional<SelfTest> findFirstByCertificateAndEndedIsNotNullOrderByEndedDesc(UUID certificate);
}

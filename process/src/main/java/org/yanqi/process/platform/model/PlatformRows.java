package org.yanqi.process.platform.model;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Stored platforms, in the catalogue's order. */
public interface PlatformRows extends Repository<PlatformRow, String> {
    PlatformRow save(PlatformRow row);

    Optional<PlatformRow> findById(String code);

    List<PlatformRow> findAllByOrderByPlaceAscCodeAsc();

    List<PlatformRow> findByOfferedTrueOrderByPlaceAscCodeAsc();

    int count();
}

package org.yanqi.process.rekey.model;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The last answers about open bids of each item. */
public interface BidAnswerRows extends Repository<BidAnswerRow, UUID> {
    BidAnswerRow save(BidAnswerRow row);

    List<BidAnswerRow> findByItemOrderByPlatformAscOpensAtAsc(UUID item);

    @Modifying
    @Query("delete from BidAnswerRow a where a.item = :item")
    int forget(UUID item);
}

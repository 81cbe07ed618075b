package org.yanqi.process.payment.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The inbox. */
public interface InboxRows extends Repository<InboxRow, UUID> {
    Optional<InboxRow> findById(UUID id);

    /** @return 0 if the sender's event is there already */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into inbox_event (id, sender, event_id, kind, number, provider_number, state, fen, at, payer,
                      evidence, received, attempts, next_attempt)
                    values (:id, :sender, :eventId, :kind, :number, cast(:providerNumber as varchar), :state, :fen,
                      cast(:at as timestamp with time zone), cast(:payer as varchar), :evidence, :received, 0, :received)
                    on conflict do nothing""")
    int insertIfAbsent(
            UUID id,
            String sender,
            String eventId,
            String kind,
            String number,
            @Nullable String providerNumber,
            String state,
            long fen,
            @Nullable Instant at,
            @Nullable String payer,
            String evidence,
            Instant received);

    /** The next event whose turn has come and that nobody else holds; its row stays locked to the transaction's end. The id as text: H2 hands a native uuid over as bytes. */
    @Query(nativeQuery = true, value = """
                    select cast(id as varchar) from inbox_event where next_attempt <= :now
                    order by next_attempt, received limit 1 for update skip locked""")
    Optional<String> lockNext(Instant now);
}

package org.yanqi.process.payment.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored payment exceptions. */
public interface ExceptionRows extends Repository<ExceptionRow, UUID> {
    Optional<ExceptionRow> findById(UUID id);

    List<ExceptionRow> findByCaseIdOrderByOpened(UUID caseId);

    /** @return 0 if the same money has an exception already */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into payment_exception (id, version, once_key, kind, state, payment_id, order_id, case_id,
                      channel, number, provider_number, fen, expected_fen, evidence, paid_at, payer, opened, refund_fen)
                    values (:id, 0, :onceKey, :kind, 'OPEN', cast(:payment as uuid), cast(:order as uuid),
                      cast(:caseId as uuid), :channel, :number, cast(:providerNumber as varchar), :fen,
                      cast(:expectedFen as bigint), :evidence, :paidAt, cast(:payer as varchar), :opened, 0)
                    on conflict do nothing""")
    int insertIfAbsent(
            UUID id,
            String onceKey,
            String kind,
            @Nullable UUID payment,
            @Nullable UUID order,
            @Nullable UUID caseId,
            String channel,
            String number,
            @Nullable String providerNumber,
            long fen,
            @Nullable Long expectedFen,
            String evidence,
            Instant paidAt,
            @Nullable String payer,
            Instant opened);
}

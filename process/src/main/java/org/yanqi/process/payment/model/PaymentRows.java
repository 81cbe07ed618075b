package org.yanqi.process.payment.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.yanqi.process.payment.PaymentState;

/** Stored payments. */
public interface PaymentRows extends Repository<PaymentRow, UUID> {
    PaymentRow save(PaymentRow row);

    Optional<PaymentRow> findById(UUID id);

    Optional<PaymentRow> findByNumber(String number);

    List<PaymentRow> findTop20ByPayerOrderByOpenedDesc(String payer);

    List<PaymentRow> findByOrderIdOrderByOpened(UUID order);

    List<PaymentRow> findByOrderIdAndStateIn(UUID order, Collection<PaymentState> states);

    /** Which order a payment belongs to, without loading the payment: its row is read behind the order's lock. */
    @Query("select p.orderId from PaymentRow p where p.number = :number")
    Optional<UUID> orderOf(String number);

    /** Payments whose turn to be asked after has come and that no other node holds; locked to the transaction's end. Ids as text: H2 hands a native uuid over as bytes. */
    @Query(nativeQuery = true, value = """
                    select cast(id as varchar) from payment where next_query <= :now
                    order by next_query limit :most for update skip locked""")
    List<String> lockToQuery(Instant now, int most);
}

package org.yanqi.process.ordering.model;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored orders. */
public interface OrderRows extends Repository<OrderRow, UUID>, OrderOfCase {
    OrderRow save(OrderRow row);

    Optional<OrderRow> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from OrderRow o where o.id = :id")
    Optional<OrderRow> lock(UUID id);

    Optional<OrderRow> findByNumber(String number);

    @Query("select i.order.id from ItemRow i where i.id = :item")
    Optional<UUID> idWithItem(UUID item);

    @Query("select o from OrderRow o where o.organisation = :organisation order by o.placed desc")
    List<OrderRow> ofOrganisation(UUID organisation, Limit limit);

    @Query("""
            select o from OrderRow o
            where o.organisation = :organisation
              and exists (select 1 from ItemRow i where i.order = o and i.holder = :holder)
            order by o.placed desc""")
    List<OrderRow> ofHolder(UUID organisation, UUID holder, Limit limit);

    @Query("select o from OrderRow o where o.placed between :from and :until order by o.placed desc")
    List<OrderRow> placedBetween(Instant from, Instant until, Limit limit);

    @Query("select o from OrderRow o order by o.placed desc")
    List<OrderRow> latest(Limit limit);

    /** How many other orders are placed or paid and still concern a certificate of this one. */
    @Query("""
            select count(i) from ItemRow i
            where i.order.id <> :id
              and i.state in (org.yanqi.process.ordering.ItemState.ORDERED, org.yanqi.process.ordering.ItemState.OWED,
                org.yanqi.process.ordering.ItemState.RENEWED)
              and i.certificate in (select j.certificate from ItemRow j where j.order.id = :id)""")
    long othersOnSameCertificates(UUID id);
}

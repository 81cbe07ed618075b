package org.yanqi.process.ordering.model;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.platform.Term;

/** One certificate of an order; moved by its order only. */
@Entity
@Table(name = "order_item")
public class ItemRow {
    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private @Nullable OrderRow order;

    private int place;
    private UUID certificate = new UUID(0, 0);
    private UUID holder = new UUID(0, 0);
    private String holderName = "";

    @Enumerated(EnumType.STRING)
    private KeyKind kind = KeyKind.MAIN;

    private String vendor = "";
    private String keySerial = "";
    private LocalDate oldExpiry = LocalDate.EPOCH;

    @Convert(converter = Words.class)
    private List<String> oldPlatforms = List.of();

    @Convert(converter = Words.class)
    private List<String> newPlatforms = List.of();

    private long fen;
    private @Nullable LocalDate newFrom;
    private @Nullable LocalDate newUntil;

    @Enumerated(EnumType.STRING)
    private ItemState state = ItemState.ORDERED;

    private @Nullable Instant ended;
    private @Nullable String reason;

    protected ItemRow() {}

    ItemRow(OrderRow order, int place, OrderItem item) {
        this.id = item.id();
        this.order = order;
        this.place = place;
        this.certificate = item.certificate();
        this.holder = item.holder();
        this.holderName = item.holderName();
        this.kind = item.kind();
        this.vendor = item.vendor();
        this.keySerial = item.keySerial();
        this.oldExpiry = item.oldExpiry();
        this.oldPlatforms = item.oldPlatforms();
        this.newPlatforms = item.newPlatforms();
        this.fen = item.fen();
    }

    UUID id() {
        return id;
    }

    int place() {
        return place;
    }

    ItemState state() {
        return state;
    }

    void owe(LocalDate paid) {
        var term = Term.after(oldExpiry, paid);
        this.newFrom = term.from();
        this.newUntil = term.until();
        this.state = ItemState.OWED;
        this.ended = null;
        this.reason = null;
    }

    void end(ItemState end, String why, Instant at) {
        this.state = end;
        this.reason = why;
        this.ended = at;
    }

    OrderItem item() {
        return new OrderItem(
                id,
                certificate,
                holder,
                holderName,
                kind,
                vendor,
                keySerial,
                oldExpiry,
                oldPlatforms,
                newPlatforms,
                fen,
                newFrom,
                newUntil,
                state);
    }
}

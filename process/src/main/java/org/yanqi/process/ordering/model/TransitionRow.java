package org.yanqi.process.ordering.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step that an order or one of its items took; written once, asked by the invariants. */
@Entity
@Table(name = "order_transition")
public class TransitionRow {
    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private @Nullable OrderRow order;

    private @Nullable UUID item;
    private String stateBefore = "";
    private String stateAfter = "";
    private Instant happened = Instant.EPOCH;

    protected TransitionRow() {}

    TransitionRow(OrderRow order, @Nullable UUID item, String before, String after, Instant happened) {
        this.id = UUID.randomUUID();
        this.order = order;
        this.item = item;
        this.stateBefore = before;
        this.stateAfter = after;
        this.happened = happened;
    }
}

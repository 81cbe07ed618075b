package org.yanqi.process.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.ordering.model.OrderRow;

/** However an order is refunded, item by item, what goes back is what these items cost, and never more than was paid (R14). */
class RefundsOfAnOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");

    @Property(tries = 300)
    void what_goes_back_and_what_stays_are_the_price(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 1_000_000) Long> prices,
            @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> picks,
            @ForAll @Size(max = 6) List<@IntRange(max = 5) Integer> renewed) {
        var row = paid(prices);
        var items = row.items();
        var back = 0L;
        for (var pick : renewed) {
            if (pick < items.size() && stateOf(row, items.get(pick).id()) == ItemState.OWED) {
                row.endItem(items.get(pick).id(), ItemState.RENEWED, "", NOW);
            }
        }
        for (var pick : picks) {
            if (pick >= items.size()) {
                continue;
            }
            var item = items.get(pick);
            var before = stateOf(row, item.id());
            if (before == ItemState.OWED) {
                row.refundItems(Set.of(item.id()), "", NOW);
                back += item.fen();
            } else {
                assertThatThrownBy(() -> row.refundItems(Set.of(item.id()), "", NOW))
                        .isInstanceOf(IllegalStateException.class);
                assertThat(stateOf(row, item.id())).isEqualTo(before);
            }
        }

        var kept = row.items().stream()
                .filter(item -> item.state() != ItemState.REFUNDED)
                .mapToLong(OrderItem::fen)
                .sum();
        assertThat(back + kept).isEqualTo(row.order().fen());
        assertThat(row.order().state()).isEqualTo(expected(row));
    }

    private static OrderState expected(OrderRow row) {
        var states = new HashSet<ItemState>();
        row.items().forEach(item -> states.add(item.state()));
        if (states.equals(Set.of(ItemState.REFUNDED))) {
            return OrderState.REFUNDED;
        }
        return states.contains(ItemState.OWED) ? OrderState.PAID : OrderState.FULFILLED;
    }

    private static ItemState stateOf(OrderRow row, UUID item) {
        return row.items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static OrderRow paid(List<Long> prices) {
        var items = new ArrayList<OrderItem>();
        for (var fen : prices) {
            items.add(new OrderItem(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "holder",
                    KeyKind.MAIN,
                    "CFCA",
                    "K1",
                    LocalDate.of(2026, 12, 1),
                    List.of(),
                    List.of("LN-JSGC"),
                    fen,
                    null,
                    null,
                    ItemState.ORDERED));
        }
        var row = new OrderRow(new Order(
                UUID.randomUUID(),
                "PLYQHB2026112500001",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "organisation",
                OrderState.PLACED,
                prices.stream().mapToLong(Long::longValue).sum(),
                NOW,
                NOW.plusSeconds(7200),
                null,
                items));
        row.pay(NOW);
        return row;
    }
}

package org.yanqi.sandbox.courier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.Shelf;
import org.yanqi.sandbox.wire.Shelves;

/** Keeps the shipments. An address with 不可达 or 拒 in it cannot be delivered to. */
public final class Depot {
    private final Clock clock;
    private final Shelf<Shipment> shipments;

    /** A depot with what was in it before. */
    public Depot(Clock clock, Shelves shelves) {
        this.clock = clock;
        this.shipments = shelves.open("shipments", Shipment.class);
    }

    /**
     * Takes an order.
     *
     * @throws Refusal 8016 if the number was used before
     */
    Shipment order(JsonNode asked) {
        String orderId = Json.text(asked, "orderId");
        JsonNode receiver = contact(asked);
        String address = Json.text(receiver, "province")
                + Json.text(receiver, "city")
                + Json.text(receiver, "county")
                + Json.text(receiver, "address");
        if (orderId.isBlank()
                || Json.text(receiver, "contact").isBlank()
                || Json.text(receiver, "mobile").isBlank()
                        && Json.text(receiver, "tel").isBlank()
                || address.isBlank()) {
            throw new Refusal(200, "1010", "收件人、电话、地址、订单号不能为空");
        }
        boolean reachable = !address.contains("不可达") && !address.contains("拒");
        AtomicBoolean fresh = new AtomicBoolean();
        String city = Json.text(receiver, "city");
        Shipment shipment = shipments.findOrMake(orderId, () -> {
            fresh.set(true);
            return new Shipment(
                    orderId,
                    reachable ? "SF1" + Crypto.digits(12) : null,
                    Json.text(receiver, "contact"),
                    city.isEmpty() ? "目的地" : city,
                    reachable ? 2 : 3,
                    clock.instant(),
                    false,
                    List.of());
        });
        if (!fresh.get()) {
            throw new Refusal(200, "8016", "重复下单");
        }
        return shipment;
    }

    private static JsonNode contact(JsonNode asked) {
        for (JsonNode contact : asked.path("contactInfoList")) {
            if (contact.path("contactType").asInt() == 2) {
                return contact;
            }
        }
        throw new Refusal(200, "1010", "缺少收件人信息");
    }

    /** The shipment of this order number. */
    Optional<Shipment> find(String orderId) {
        return shipments.find(orderId);
    }

    /** The shipment of this waybill. */
    Optional<Shipment> findByWaybill(String waybill) {
        return shipments.last(s -> waybill.equals(s.waybill()));
    }

    /** All shipments, oldest first. */
    public List<Shipment> all() {
        return shipments.all();
    }

    void cancel(String orderId) {
        shipments.change(orderId, Shipment::cancel);
    }

    Shipment advance(String waybillOrOrder) {
        String orderId = findByWaybill(waybillOrOrder).map(Shipment::orderId).orElse(waybillOrOrder);
        return shipments
                .change(orderId, s -> s.advance(clock.instant()))
                .orElseThrow(() -> new Refusal(404, "UNKNOWN_SHIPMENT", "没有这个运单"));
    }
}

package org.yanqi.sandbox.courier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment on its way.
 *
 * @param orderId the sender's own number
 * @param waybill SF and 13 digits; null if it cannot be delivered
 * @param receiver who gets it
 * @param city where to
 * @param filter 2 can be delivered, 3 cannot
 * @param ordered when
 * @param cancelled whether the sender cancelled it
 * @param routes what happened, oldest first
 */
public record Shipment(
        String orderId,
        @Nullable String waybill,
        String receiver,
        String city,
        int filter,
        Instant ordered,
        boolean cancelled,
        List<Route> routes) {

    /** One step of the way. */
    public record Route(Instant at, String place, String remark, String opCode) {}

    /** The steps a shipment takes, in order. */
    private static final List<Route> WAY = List.of(
            new Route(Instant.EPOCH, "沈阳市", "顺丰速运 已收取快件", "50"),
            new Route(Instant.EPOCH, "沈阳市", "快件已发往目的地", "30"),
            new Route(Instant.EPOCH, "", "快件正在派送途中", "44"),
            new Route(Instant.EPOCH, "", "已签收，感谢使用", "80"));

    Shipment advance(Instant at) {
        if (routes.size() >= WAY.size() || waybill == null || cancelled) {
            return this;
        }
        Route next = WAY.get(routes.size());
        List<Route> more = new ArrayList<>(routes);
        more.add(new Route(at, next.place().isEmpty() ? city : next.place(), next.remark(), next.opCode()));
        return new Shipment(orderId, waybill, receiver, city, filter, ordered, false, List.copyOf(more));
    }

    Shipment cancel() {
        return new Shipment(orderId, waybill, receiver, city, filter, ordered, true, routes);
    }

    /** Whether it was signed for. */
    public boolean delivered() {
        return routes.stream().anyMatch(route -> route.opCode().equals("80"));
    }

    /** Where it stands, for people. */
    public String standing() {
        return waybill == null
                ? "不可派送"
                : cancelled
                        ? "已取消"
                        : routes.isEmpty()
                                ? "待收件"
                                : routes.get(routes.size() - 1).remark();
    }
}

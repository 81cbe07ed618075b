package org.yanqi.app.sf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.shipping.Shipment;
import org.yanqi.process.shipping.ShippingSettings;
import org.yanqi.process.shipping.port.Courier;

/** Books parcels at SF Express, freight collect, and asks for their routes. */
@Component
@ConditionalOnProperty("yanqi.sf.endpoint")
class SfCourier implements Courier {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** This order number is known already. */
    private static final String DUPLICATE = "8016";
    /** The filter's word for an address that cannot be reached. */
    private static final int UNREACHABLE = 3;

    private final SfWire wire;
    private final ShippingSettings sender;

    SfCourier(SfWire wire, ShippingSettings sender) {
        this.wire = wire;
        this.sender = sender;
    }

    @Override
    public String book(Booking booking) throws NoAnswer, Refused {
        try {
            return waybill(wire.ask("EXP_RECE_CREATE_ORDER", order(booking)));
        } catch (SfWire.Declined no) {
            if (DUPLICATE.equals(no.code())) {
                return booked(booking.key());
            }
            throw new Refused(String.valueOf(no.getMessage()));
        } catch (IOException e) {
            throw new NoAnswer(String.valueOf(e.getMessage()), e);
        }
    }

    /** An earlier attempt got through although its answer did not: the waybill is looked up. */
    private String booked(String key) throws NoAnswer, Refused {
        try {
            return waybill(wire.ask("EXP_RECE_SEARCH_ORDER_RESP", Map.of("orderId", key, "language", "zh-CN")));
        } catch (SfWire.Declined | IOException e) {
            throw new NoAnswer(String.valueOf(e.getMessage()), e);
        }
    }

    private static String waybill(JsonNode order) throws IOException, Refused {
        if (order.path("filterResult").asInt() == UNREACHABLE) {
            throw new Refused("收件地址无法派送 " + order.path("remark").asText());
        }
        for (var info : order.path("waybillNoInfoList")) {
            if (info.path("waybillType").asInt() == 1) {
                return info.path("waybillNo").asText();
            }
        }
        throw new IOException("no waybill in the answer");
    }

    private Map<String, Object> order(Booking booking) {
        var order = new LinkedHashMap<String, Object>();
        order.put("language", "zh-CN");
        order.put("orderId", booking.key());
        order.put("cargoDetails", List.of(Map.of("name", "文件", "count", 1)));
        order.put("contactInfoList", List.of(from(), to(booking.to())));
        order.put("expressTypeId", 2);
        order.put("payMethod", 2);
        order.put("parcelQty", 1);
        order.put("isReturnRoutelabel", 0);
        return order;
    }

    private Map<String, Object> from() {
        var contact = new LinkedHashMap<String, Object>();
        contact.put("contactType", 1);
        contact.put("company", sender.senderName());
        contact.put("contact", sender.senderName());
        contact.put("tel", sender.senderPhone());
        contact.put("country", "CN");
        contact.put("province", sender.senderProvince());
        contact.put("city", sender.senderCity());
        contact.put("address", sender.senderAddress());
        return contact;
    }

    private static Map<String, Object> to(Recipient recipient) {
        var contact = new LinkedHashMap<String, Object>();
        contact.put("contactType", 2);
        contact.put("contact", recipient.name());
        contact.put("mobile", recipient.mobile());
        contact.put("country", "CN");
        // The courier takes an address in one piece where province and city are not known apart.
        contact.put("address", recipient.region() + recipient.address());
        return contact;
    }

    @Override
    public List<Shipment.Step> route(String waybill) throws NoAnswer {
        var question = new LinkedHashMap<String, Object>();
        question.put("language", "zh-CN");
        question.put("trackingType", 1);
        question.put("trackingNumber", List.of(waybill));
        question.put("methodType", 1);
        try {
            return steps(wire.ask("EXP_RECE_SEARCH_ROUTES", question), waybill);
        } catch (SfWire.Declined | IOException | DateTimeException e) {
            throw new NoAnswer(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Shipment.Step> steps(JsonNode told, String waybill) {
        var steps = new ArrayList<Shipment.Step>();
        for (var route : told.path("routeResps")) {
            if (waybill.equals(route.path("mailNo").asText())) {
                route.path("routes").forEach(step -> steps.add(step(step)));
            }
        }
        steps.sort(Comparator.comparing(Shipment.Step::at));
        return steps;
    }

    private static Shipment.Step step(JsonNode step) {
        return new Shipment.Step(
                LocalDateTime.parse(step.path("acceptTime").asText(), TIME)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toInstant(),
                step.path("acceptAddress").asText(""),
                step.path("remark").asText(""),
                step.path("opCode").asText(""));
    }
}

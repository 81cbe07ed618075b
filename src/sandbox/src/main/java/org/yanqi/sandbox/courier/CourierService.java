package org.yanqi.sandbox.courier;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yanqi.sandbox.papers.MerchantPapers;
import org.yanqi.sandbox.wire.Callback;
import org.yanqi.sandbox.wire.CallbackFormat;
import org.yanqi.sandbox.wire.Callbacks;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.Shelf;
import org.yanqi.sandbox.wire.Shelves;
import org.yanqi.sandbox.wire.WebServer;

/** 丰桥's one address {@code /sf/std/service}: a signed form in, an answer in two layers out; routes are pushed, too. */
public final class CourierService implements CallbackFormat {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String SERVICE = "sf";
    private final MerchantPapers papers;
    private final Depot depot;
    private final Callbacks callbacks;
    private final Shelf<String> settings;

    /** A service in front of this depot. */
    public CourierService(MerchantPapers papers, Depot depot, Callbacks callbacks, Shelves shelves) {
        this.papers = papers;
        this.depot = depot;
        this.callbacks = callbacks;
        this.settings = shelves.open("courier", String.class);
        callbacks.teach(SERVICE, this);
    }

    /** Adds its routes. */
    public void routes(WebServer app) {
        app.post("/sf/std/service", this::serve);
    }

    private void serve(Exchange ctx) {
        String data = form(ctx, "msgData");
        String digest = Base64.getEncoder()
                .encodeToString(Crypto.digest(
                        "MD5",
                        URLEncoder.encode(
                                        data + form(ctx, "timestamp") + papers.get("sf.check-word"),
                                        StandardCharsets.UTF_8)
                                .getBytes(StandardCharsets.UTF_8)));
        if (!papers.get("sf.partner-id").equals(form(ctx, "partnerID"))) {
            outer(ctx, "A1004", "无对应服务权限", "");
        } else if (form(ctx, "requestID").isBlank() || data.isBlank()) {
            outer(ctx, "A1001", "必传参数不可为空", "");
        } else if (!digest.equals(form(ctx, "msgDigest"))) {
            outer(ctx, "A1006", "数字签名无效", "");
        } else {
            outer(ctx, "A1000", "", inner(form(ctx, "serviceCode"), data));
        }
    }

    private static String form(Exchange ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value;
    }

    private static void outer(Exchange ctx, String code, String message, String data) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("apiErrorMsg", message);
        answer.put("apiResponseID", Crypto.word(32));
        answer.put("apiResultCode", code);
        answer.put("apiResultData", data);
        ctx.contentType("application/json; charset=utf-8").result(Json.write(answer));
    }

    private String inner(String service, String data) {
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            Object told = perform(service, Json.readObject(data));
            answer.put("success", true);
            answer.put("errorCode", "S0000");
            answer.put("errorMsg", "");
            answer.put("msgData", told);
        } catch (Refusal e) {
            answer.put("success", false);
            answer.put("errorCode", e.code());
            answer.put("errorMsg", e.words());
        }
        return Json.write(answer);
    }

    private Object perform(String service, JsonNode asked) {
        return switch (service) {
            case "EXP_RECE_CREATE_ORDER" -> describe(depot.order(asked));
            case "EXP_RECE_SEARCH_ORDER_RESP" -> describe(known(Json.text(asked, "orderId")));
            case "EXP_RECE_UPDATE_ORDER" -> {
                Shipment known = known(Json.text(asked, "orderId"));
                if (asked.path("dealType").asInt() == 2) {
                    depot.cancel(known.orderId());
                }
                yield Map.of("orderId", known.orderId(), "resStatus", 2);
            }
            case "EXP_RECE_SEARCH_ROUTES" -> Map.of("routeResps", routes(asked));
            default -> throw new Refusal(200, "S0001", "非法的服务代码");
        };
    }

    private Shipment known(String orderId) {
        return depot.find(orderId).orElseThrow(() -> new Refusal(200, "8024", "未下单"));
    }

    private static Map<String, Object> describe(Shipment shipment) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("orderId", shipment.orderId());
        told.put("originCode", "024");
        told.put("destCode", "024");
        told.put("filterResult", shipment.filter());
        told.put("remark", shipment.filter() == 3 ? "1" : "");
        told.put(
                "waybillNoInfoList",
                shipment.waybill() == null
                        ? List.of()
                        : List.of(Map.of("waybillType", 1, "waybillNo", shipment.waybill())));
        told.put("routeLabelInfo", List.of());
        return told;
    }

    private List<Object> routes(JsonNode asked) {
        boolean byWaybill = asked.path("trackingType").asInt(1) == 1;
        List<Object> told = new ArrayList<>();
        for (JsonNode number : asked.path("trackingNumber")) {
            var found = byWaybill ? depot.findByWaybill(number.asText()) : depot.find(number.asText());
            List<Object> steps = new ArrayList<>();
            found.ifPresent(s -> s.routes()
                    .forEach(route -> steps.add(Map.of(
                            "acceptTime", TIME.format(route.at()),
                            "acceptAddress", route.place(),
                            "remark", route.remark(),
                            "opCode", route.opCode()))));
            told.add(Map.of("mailNo", found.map(Shipment::waybill).orElse(number.asText()), "routes", steps));
        }
        return told;
    }

    /** Moves a shipment one step along, found by waybill or order number, and pushes the step if somebody wants it. */
    public Shipment advance(String number) {
        Shipment before = depot.all().stream()
                .filter(s -> number.equals(s.waybill()) || number.equals(s.orderId()))
                .findFirst()
                .orElse(null);
        Shipment after = depot.advance(number);
        String url = settings.find("pushUrl").orElse("");
        if (!url.isEmpty()
                && before != null
                && after.routes().size() > before.routes().size()) {
            callbacks.owe(SERVICE, "route", "", url, Json.write(push(after)));
        }
        return after;
    }

    private static Map<String, Object> push(Shipment shipment) {
        Shipment.Route last = shipment.routes().get(shipment.routes().size() - 1);
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("id", Crypto.digits(15));
        step.put("mailno", shipment.waybill());
        step.put("orderid", shipment.orderId());
        step.put("acceptTime", TIME.format(last.at()));
        step.put("acceptAddress", last.place());
        step.put("remark", last.remark());
        step.put("opCode", last.opCode());
        return Map.of("Body", Map.of("WaybillRoute", List.of(step)));
    }

    /** Where routes are pushed from now on; null or empty: nowhere. */
    public void pushTo(@Nullable String url) {
        settings.put("pushUrl", url == null ? "" : url);
    }

    @Override
    public HttpRequest request(Callback callback, boolean forged) {
        return HttpRequest.newBuilder(URI.create(callback.url()))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(callback.payload()))
                .build();
    }

    @Override
    public boolean accepts(int status, String body) {
        return status / 100 == 2 && body.contains("\"0000\"");
    }
}

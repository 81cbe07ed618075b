package org.yanqi.app.sf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yanqi.app.wire.LimitedBody;
import org.yanqi.process.payment.RefusedEvent;
import org.yanqi.process.shipping.Shipments;

/**
 * Hears the courier's route pushes. They are not signed: a push only wakes the shipment's process, which asks the courier
 * itself; who knows no waybill of ours can cause nothing.
 */
@RestController
@ConditionalOnProperty("yanqi.sf.endpoint")
class SfPush {
    private static final int MOST = 200;

    private final SfProperties properties;
    private final Shipments shipments;
    private final RefusedEvent refused;
    private final ObjectMapper json;

    SfPush(SfProperties properties, Shipments shipments, RefusedEvent refused, ObjectMapper json) {
        this.properties = properties;
        this.shipments = shipments;
        this.refused = refused;
        this.json = json;
    }

    @PostMapping("/api/callbacks/sf")
    ResponseEntity<Object> routes(HttpServletRequest request) throws IOException {
        try {
            var body = LimitedBody.read(request);
            if (!isAddressed(request)) {
                return refuse(request, 401, "not the address of the pushes");
            }
            var waybills = new TreeSet<String>();
            for (var step : steps(json.readTree(body))) {
                waybills.add(step.path("mailno").asText(""));
            }
            if (waybills.isEmpty() || waybills.size() > MOST) {
                return refuse(request, 400, "no routes in it");
            }
            if (waybills.stream().filter(shipments::moved).count() == 0) {
                return refuse(request, 404, "no waybill of ours");
            }
            return ResponseEntity.ok(Map.of("return_code", "0000", "return_msg", "成功"));
        } catch (LimitedBody.Unreadable no) {
            return refuse(request, no.status(), String.valueOf(no.getMessage()));
        } catch (JsonProcessingException no) {
            return refuse(request, 400, "not JSON");
        }
    }

    private static JsonNode steps(JsonNode push) {
        return push.path("Body").path("WaybillRoute");
    }

    private boolean isAddressed(HttpServletRequest request) {
        var token = properties.pushToken();
        if (token == null || token.isBlank()) {
            return true;
        }
        var given = request.getParameter("token");
        return given != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<Object> refuse(HttpServletRequest request, int status, String reason) {
        refused.refused("sf", reason, String.valueOf(request.getRemoteAddr()));
        return ResponseEntity.status(status).body(Map.of("return_code", "1000", "return_msg", reason));
    }
}

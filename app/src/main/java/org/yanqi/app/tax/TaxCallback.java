package org.yanqi.app.tax;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yanqi.app.wire.LimitedBody;
import org.yanqi.process.invoicing.InvoiceChanged;
import org.yanqi.process.payment.RefusedEvent;

/** Hears the tax channel. The message only wakes the invoice; what happened is asked for. */
@RestController
@ConditionalOnProperty("yanqi.tax.endpoint")
class TaxCallback {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final TaxProperties properties;
    private final InvoiceChanged changed;
    private final RefusedEvent refused;
    private final ObjectMapper json;
    private final Clock clock;

    TaxCallback(
            TaxProperties properties, InvoiceChanged changed, RefusedEvent refused, ObjectMapper json, Clock clock) {
        this.properties = properties;
        this.changed = changed;
        this.refused = refused;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/api/callbacks/tax")
    ResponseEntity<Object> changed(HttpServletRequest request) throws IOException {
        try {
            var body = LimitedBody.read(request);
            if (!isProven(request, body)) {
                return refuse(request, 401, "signature not proven");
            }
            var serial = json.readTree(body).path("serial").asText("");
            return changed.changed(serial)
                    ? ResponseEntity.noContent().build()
                    : refuse(request, 404, "no invoice of this serial");
        } catch (LimitedBody.Unreadable no) {
            return refuse(request, no.status(), String.valueOf(no.getMessage()));
        } catch (JsonProcessingException no) {
            return refuse(request, 400, "not JSON");
        }
    }

    private boolean isProven(HttpServletRequest request, String body) {
        var timestamp = request.getHeader("X-Timestamp");
        var signature = request.getHeader("X-Signature");
        return timestamp != null
                && signature != null
                && isTimely(timestamp)
                && TaxSignature.isGenuine(properties.secret(), timestamp, body, signature);
    }

    private boolean isTimely(String timestamp) {
        try {
            var at = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(at, clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException no) {
            return false;
        }
    }

    private ResponseEntity<Object> refuse(HttpServletRequest request, int status, String reason) {
        refused.refused("tax", reason, String.valueOf(request.getRemoteAddr()));
        return ResponseEntity.status(status).body(Map.of("code", "FAIL", "message", reason));
    }
}

package org.yanqi.app.sf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.wire.PlainHttp;

/** 丰桥's envelope: a form with a digest out, an answer in two layers in. */
@Component
@ConditionalOnProperty("yanqi.sf.endpoint")
class SfWire {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int LONGEST_ANSWER = 1024 * 1024;

    private final SfProperties properties;
    private final ObjectMapper json;
    private final Clock clock;
    private final PlainHttp http = new PlainHttp(LONGEST_ANSWER);

    SfWire(SfProperties properties, ObjectMapper json, Clock clock) {
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    /** The inner layer says no. */
    static final class Declined extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        Declined(String code, String message) {
            super(code + " " + message);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * One exchange.
     *
     * @return the inner layer's content
     * @throws IOException if there is no usable answer: then nothing is known
     * @throws Declined if the service itself says no
     */
    JsonNode ask(String service, Map<String, Object> message) throws IOException, Declined {
        var content = json.writeValueAsString(message);
        var timestamp = Long.toString(clock.millis());
        var form = new LinkedHashMap<String, String>();
        form.put("partnerID", properties.partnerId());
        form.put("requestID", UUID.randomUUID().toString());
        form.put("serviceCode", service);
        form.put("timestamp", timestamp);
        form.put("msgData", content);
        form.put("msgDigest", digest(content, timestamp, properties.checkWord()));
        var answer = http.exchange(HttpRequest.newBuilder(properties.endpoint())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build());
        if (!answer.isSuccess()) {
            throw new IOException("status " + answer.status());
        }
        return open(json.readTree(answer.text()));
    }

    private JsonNode open(JsonNode outer) throws IOException, Declined {
        if (!"A1000".equals(outer.path("apiResultCode").asText())) {
            throw new IOException(outer.path("apiResultCode").asText() + " "
                    + outer.path("apiErrorMsg").asText());
        }
        var inner = json.readTree(outer.path("apiResultData").asText());
        if (!"S0000".equals(inner.path("errorCode").asText())) {
            throw new Declined(
                    inner.path("errorCode").asText(), inner.path("errorMsg").asText());
        }
        var content = inner.path("msgData");
        return content.isTextual() ? json.readTree(content.asText()) : content;
    }

    static String digest(String content, String timestamp, String checkWord) {
        try {
            var encoded = URLEncoder.encode(content + timestamp + checkWord, StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(encoded.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no MD5 here", e);
        }
    }
}

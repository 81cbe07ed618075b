package org.yanqi.app.tax;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.wire.PlainHttp;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.invoicing.port.TaxChannel;

/** Speaks to the tax channel in signed JSON. A file is fetched from the channel's own address only. */
@Component
@ConditionalOnProperty("yanqi.tax.endpoint")
class HttpTaxChannel implements TaxChannel {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int LONGEST_FILE = 10 * 1024 * 1024;

    private final TaxProperties properties;
    private final ObjectMapper json;
    private final Clock clock;
    private final PlainHttp http = new PlainHttp(LONGEST_FILE);

    HttpTaxChannel(TaxProperties properties, ObjectMapper json, Clock clock) {
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String submit(Submission submission) throws NoAnswer, Refused {
        return file("/v1/invoices", request(submission));
    }

    private String file(String path, Map<String, Object> request) throws NoAnswer, Refused {
        try {
            var body = json.writeValueAsString(request);
            var answer = post(path, body);
            if (answer.isSuccess()) {
                return required(json.readTree(answer.text()), "id");
            }
            if (isOfNoUse(answer.status())) {
                throw new NoAnswer("status " + answer.status(), new IOException(answer.text()));
            }
            throw new Refused(reason(answer));
        } catch (IOException e) {
            throw new NoAnswer(e.getClass().getSimpleName(), e);
        }
    }

    private PlainHttp.Answer post(String path, String body) throws IOException {
        return http.exchange(signed(path, body)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @Override
    public Status ask(String id) throws NoAnswer {
        try {
            var answer = http.exchange(signed("/v1/invoices/" + id, "").GET().build());
            if (!answer.isSuccess()) {
                throw new IOException("status " + answer.status());
            }
            var told = json.readTree(answer.text());
            return switch (required(told, "status")) {
                case "pending", "accepted" -> new Status.Pending();
                case "rejected" -> new Status.Rejected(told.path("reason").asText("rejected"));
                case "issued" -> issued(told);
                default -> throw new IOException("status " + told.path("status"));
            };
        } catch (IOException | DateTimeException e) {
            throw new NoAnswer(e.getClass().getSimpleName() + " " + e.getMessage(), e);
        }
    }

    @Override
    public String askRedLetter(RedLetter form) throws NoAnswer, Refused {
        var request = new LinkedHashMap<String, Object>();
        request.put("serial", form.serial());
        request.put("kind", form.kind().code());
        request.put("number", form.number());
        request.put("reason", form.reason());
        request.put("gross", form.gross());
        return file("/v1/red-letters", request);
    }

    @Override
    public RedStatus redLetter(String id) throws NoAnswer {
        try {
            return redStatus(
                    http.exchange(signed("/v1/red-letters/" + id, "").GET().build()));
        } catch (IOException | DateTimeException e) {
            throw new NoAnswer(e.getClass().getSimpleName() + " " + e.getMessage(), e);
        }
    }

    @Override
    public RedStatus issueRedLetter(String id) throws NoAnswer {
        try {
            return redStatus(post("/v1/red-letters/" + id + "/issue", ""));
        } catch (IOException | DateTimeException e) {
            throw new NoAnswer(e.getClass().getSimpleName() + " " + e.getMessage(), e);
        }
    }

    private RedStatus redStatus(PlainHttp.Answer answer) throws IOException {
        if (!answer.isSuccess()) {
            throw new IOException("status " + answer.status());
        }
        var told = json.readTree(answer.text());
        return switch (required(told, "status")) {
            case "awaiting-consent" -> new RedStatus.AwaitingConsent();
            case "confirmed" -> new RedStatus.Confirmed(digits(told, "confirmation"));
            case "refused" -> new RedStatus.Refused(told.path("reason").asText("refused"));
            case "lapsed" -> new RedStatus.Lapsed();
            case "issued" ->
                new RedStatus.Issued(
                        digits(told, "confirmation"), digits(told, "number"), time(required(told, "issuedAt")));
            default -> throw new IOException("status " + told.path("status"));
        };
    }

    /** Both numbers of a red letter have 20 digits; anything else is no answer. */
    private static String digits(JsonNode told, String name) throws IOException {
        var number = required(told, name);
        if (!number.matches("[0-9]{20}")) {
            throw new IOException(name + " has not 20 digits");
        }
        return number;
    }

    private static Instant time(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : OffsetDateTime.parse(text).toInstant();
    }

    /** Signatures, throttling and the channel's own trouble say nothing about the invoice. */
    private static boolean isOfNoUse(int status) {
        return status >= 500 || status == 401 || status == 403 || status == 408 || status == 429;
    }

    private HttpRequest.Builder signed(String path, String body) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(URI.create(properties.endpoint() + path))
                .timeout(TIMEOUT)
                .header("X-Timestamp", timestamp)
                .header("X-Signature", TaxSignature.sign(properties.secret(), timestamp, body));
    }

    private Map<String, Object> request(Submission submission) {
        var request = new LinkedHashMap<String, Object>();
        request.put("serial", submission.serial());
        request.put("kind", submission.kind().code());
        request.put("buyer", buyer(submission.buyer()));
        request.put(
                "lines", submission.lines().stream().map(HttpTaxChannel::line).toList());
        request.put("callback", properties.callbackUrl());
        return request;
    }

    private static Map<String, Object> buyer(InvoiceTitle title) {
        var buyer = new LinkedHashMap<String, Object>();
        buyer.put("name", title.name());
        buyer.put("taxNumber", title.taxNumber());
        buyer.put("address", title.address());
        buyer.put("phone", title.phone());
        buyer.put("bank", title.bank());
        buyer.put("account", title.account());
        buyer.values().removeAll(List.of(""));
        return buyer;
    }

    private static Map<String, Object> line(Line line) {
        var told = new LinkedHashMap<String, Object>();
        told.put("code", line.goodsCode());
        told.put("shortName", line.goodsName());
        told.put("name", line.name());
        told.put("rate", line.rate().toPlainString());
        told.put("gross", line.gross());
        told.put("net", line.net());
        told.put("tax", line.tax());
        return told;
    }

    private Status issued(JsonNode told) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var file : told.path("files").properties()) {
            files.put(file.getKey(), fetch(URI.create(file.getValue().asText())));
        }
        var number = required(told, "number");
        var code = text(told, "code");
        var at = required(told, "issuedAt");
        return new Status.Issued(
                number,
                code,
                code == null ? null : number,
                time(at),
                told.path("specimen").asBoolean(false),
                files);
    }

    private byte[] fetch(URI file) throws IOException {
        var home = properties.endpoint();
        if (!home.getScheme().equals(file.getScheme())
                || !home.getHost().equals(file.getHost())
                || home.getPort() != file.getPort()) {
            throw new IOException("a file of another host: " + file.getHost());
        }
        var answer = http.exchange(
                HttpRequest.newBuilder(file).timeout(TIMEOUT).GET().build());
        if (!answer.isSuccess() || answer.body().length == 0) {
            throw new IOException("file with status " + answer.status());
        }
        return answer.body();
    }

    private String reason(PlainHttp.Answer answer) {
        try {
            var told = json.readTree(answer.text());
            var message = told.path("message").asText(told.path("reason").asText(""));
            return message.isBlank() ? "status " + answer.status() : message;
        } catch (JsonProcessingException e) {
            return "status " + answer.status();
        }
    }

    private static @Nullable String text(JsonNode told, String name) {
        var value = told.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static String required(JsonNode told, String name) throws IOException {
        var value = text(told, name);
        if (value == null || value.isBlank()) {
            throw new IOException("no " + name + " in the answer");
        }
        return value;
    }
}

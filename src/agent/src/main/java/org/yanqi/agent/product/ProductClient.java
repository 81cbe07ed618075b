package org.yanqi.agent.product;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yanqi.agent.key.SignedRequest;
import org.yanqi.agent.ticket.Ticket;

/** The calls to the product under one ticket. All are idempotent there, so all are repeated while it does not answer. */
public final class ProductClient {
    private static final Logger LOG = LoggerFactory.getLogger(ProductClient.class);
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final int LIMIT = 256 * 1024;

    private final HttpClient http;
    private final Pace pace;
    private final Ticket ticket;

    public ProductClient(HttpClient http, Pace pace, Ticket ticket) {
        this.http = http;
        this.pace = pace;
        this.ticket = ticket;
    }

    /** Tells which keys are plugged in. */
    public Verdict found(List<FoundKey> keys) throws ProductTrouble, InterruptedException {
        return read(post("found", Map.of("keys", keys), pace.tries()).body(), Verdict.class);
    }

    /** Tells how far the work is. It is news, not a step: when nobody listens the work goes on. */
    public void stage(String stage) throws InterruptedException {
        tell("stage", Map.of("stage", stage));
    }

    /** Tells why the work stopped; like {@link #stage}, it is tried once. */
    public void failure(String code, String detail) throws InterruptedException {
        tell("failure", Map.of("code", code, "detail", detail));
    }

    /** Sends the request; the certificate may be there at once. */
    public Optional<Issued> request(SignedRequest request) throws ProductTrouble, InterruptedException {
        return issued(
                post("request", Map.of("csr", request.csr(), "oldSignature", request.oldSignature()), pace.tries()));
    }

    /** Asks whether the certificate is there. */
    public Optional<Issued> result() throws ProductTrouble, InterruptedException {
        return issued(send(call("result").GET().build(), pace.tries()));
    }

    /** Proves that the new pair is on the key. */
    public void confirm(byte[] signing, byte @Nullable [] encryption, byte[] signature)
            throws ProductTrouble, InterruptedException {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("signingCertificate", signing);
        body.put("encryptionCertificate", encryption);
        body.put("signature", signature);
        post("confirm", body, pace.tries());
    }

    /** Hands in the signature that signs the customer in. */
    public void signIn(byte[] certificate, byte[] signature) throws ProductTrouble, InterruptedException {
        post("sign-in", Map.of("certificate", certificate, "signature", signature), pace.tries());
    }

    /** Hands in the message that the key opened. */
    public void selfTest(byte[] plaintext) throws ProductTrouble, InterruptedException {
        post("self-test", Map.of("plaintext", plaintext), pace.tries());
    }

    /** Tells why the key did not open it; told once. */
    public void selfTestFailed(String code) throws InterruptedException {
        tell("self-test", Map.of("failure", code));
    }

    private static Optional<Issued> issued(Answer answer) throws ProductTrouble {
        return answer.status() == 202 ? Optional.empty() : Optional.of(read(answer.body(), Issued.class));
    }

    private void tell(String path, Object body) throws InterruptedException {
        try {
            post(path, body, 1);
        } catch (ProductTrouble unheard) {
            LOG.info("the product did not take {}: {}", path, unheard.code());
        }
    }

    private Answer post(String path, Object body, int tries) throws ProductTrouble, InterruptedException {
        try {
            return send(
                    call(path)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                            .build(),
                    tries);
        } catch (com.fasterxml.jackson.core.JsonProcessingException defect) {
            throw new IllegalStateException("a message cannot be written", defect);
        }
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create(ticket.origin() + "/api/agent/" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "application/json")
                .header("Authorization", "Ticket " + ticket.compact());
    }

    private Answer send(HttpRequest request, int tries) throws ProductTrouble, InterruptedException {
        Duration wait = pace.backOff();
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = once(request);
                if (answer.status() / 100 == 2) {
                    return answer;
                }
                if (answer.status() < 500 && answer.status() != 429) {
                    throw refused(answer);
                }
                if (attempt >= tries) {
                    throw new ProductTrouble(ProductTrouble.UNREACHABLE, "HTTP " + answer.status(), null);
                }
            } catch (IOException noAnswer) {
                if (attempt >= tries) {
                    throw new ProductTrouble(ProductTrouble.UNREACHABLE, "no answer", noAnswer);
                }
            }
            Thread.sleep(wait.toMillis());
            wait = wait.multipliedBy(2);
        }
    }

    private Answer once(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            byte[] content = body.readNBytes(LIMIT + 1);
            if (content.length > LIMIT) {
                throw new IOException("the answer is too long");
            }
            return new Answer(answer.statusCode(), content);
        }
    }

    private static ProductTrouble refused(Answer answer) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            String code = body.path("code").asText(body.path("status").asText(""));
            String message = body.path("message").asText(null);
            return new ProductTrouble(code.isEmpty() ? "refused" : code, message, null);
        } catch (IOException notJson) {
            return new ProductTrouble("refused", "HTTP " + answer.status(), notJson);
        }
    }

    private static <T> T read(byte[] body, Class<T> type) throws ProductTrouble {
        try {
            return JSON.readValue(body, type);
        } catch (IOException nonsense) {
            throw new ProductTrouble(ProductTrouble.UNREACHABLE, "the answer cannot be read", nonsense);
        }
    }

    private record Answer(int status, byte[] body) {}
}

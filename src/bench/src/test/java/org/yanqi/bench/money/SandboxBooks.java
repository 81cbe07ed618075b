package org.yanqi.bench.money;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The sandbox as a script sees it: what can be pressed, and what its gateways took and gave back. */
final class SandboxBooks {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    SandboxBooks(String url) {
        this.url = url;
    }

    /** Money as the gateways have it, in fen. */
    record Sums(long received, long refunded) {
        Sums and(Sums other) {
            return new Sums(received + other.received, refunded + other.refunded);
        }
    }

    void withhold(String service) {
        post("/control/callbacks/" + service, "{\"manner\":\"withheld\"}");
    }

    /** @return false if no gateway has heard of it */
    boolean pay(String number, long fen) {
        return post("/control/payments/" + number + "/pay", "{\"amount\":" + fen + "}") == 200;
    }

    void scan(String number) {
        post("/control/payments/" + number + "/scan", "{}");
    }

    /** Callbacks that are owed about a payment, oldest first. */
    List<String> owed(String number) {
        var ids = new ArrayList<String>();
        get("/control/callbacks?about=" + number)
                .forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }

    /** @return what came back, as {@code 204 } */
    String send(String callback, boolean forged) {
        var answer = exchange("POST", "/control/callbacks/" + callback + "/send", "{\"forged\":" + forged + "}");
        return read(answer.body()).path("answer").asText();
    }

    Sums of(String number) {
        var answer = exchange("GET", "/control/payments/" + number, "");
        if (answer.statusCode() == 404) {
            return new Sums(0, 0);
        }
        var purchase = read(answer.body());
        long received = 0;
        for (var payment : purchase.path("payments")) {
            received += payment.path("amount").asLong();
        }
        long refunded = 0;
        for (var refund : purchase.path("refunds")) {
            refunded += "ABNORMAL".equals(refund.path("state").asText())
                    ? 0
                    : refund.path("amount").asLong();
        }
        return new Sums(received, refunded);
    }

    /** Plants exactly these damages in a channel's bills. */
    void damageBills(String service, String... damage) {
        var words = String.join("\",\"", damage);
        post("/control/bills/" + service, "{\"damage\":[" + (damage.length == 0 ? "" : "\"" + words + "\"") + "]}");
    }

    /** The id of WeChat's key that signs at present. */
    String signingKey() {
        return get("/control/keys/wechat").path("signing").asText();
    }

    /** A new key signs from now on. */
    void changeKey() {
        post("/control/keys/wechat/change", "{}");
    }

    /** The public keys that sign no more are taken away. */
    void withdrawOldKeys() {
        post("/control/keys/wechat/withdraw", "{}");
    }

    private JsonNode get(String path) {
        return read(exchange("GET", path, "").body());
    }

    private int post(String path, String body) {
        return exchange("POST", path, body).statusCode();
    }

    private HttpResponse<String> exchange(String method, String path, String body) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

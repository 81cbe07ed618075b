package org.yanqi.demo.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The sandbox's own controls, over HTTP as anybody else presses them. */
@Component
public class OutsideControls {
    private static final int REFUSED = 400;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI sandbox;

    OutsideControls(@Value("${yanqi.demo.sandbox}") URI sandbox) {
        this.sandbox = sandbox;
    }

    /** Tells the courier where to push what happened to a parcel; the real one is told by its contract. */
    public void pushParcelsTo(String url) throws IOException {
        post("/control/courier", "{\"pushUrl\":\"" + url + "\"}");
    }

    /** Exactly this is wrong with a gateway's bills from now on; nothing, if none is named. */
    void spoilBills(String channel, String... damages) throws IOException {
        var named = Stream.of(damages).map(damage -> '"' + damage + '"').collect(Collectors.joining(","));
        post("/control/bills/" + channel, "{\"damage\":[" + named + "]}");
    }

    /** The outside world's time is this from now on. */
    void clock(Instant at) {
        try {
            post("/control/clock", "{\"at\":\"" + at + "\"}");
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** The outside world's time is the machine's again. */
    void machineClock() {
        try {
            post("/control/clock", "{}");
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** True if the outside world owes nobody a call or a decision. */
    boolean isQuiet() {
        try {
            var pending = "\"state\":\"PENDING\"";
            // in this order: what is decided is told next
            return !get("/control/invoices").contains(pending)
                    && !get("/control/callbacks").contains(pending);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private void post(String path, String json) throws IOException {
        send(HttpRequest.newBuilder(sandbox.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private String get(String path) throws IOException {
        return send(HttpRequest.newBuilder(sandbox.resolve(path)).GET());
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            var answer =
                    http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= REFUSED) {
                throw new IOException("the sandbox answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }
}

package org.yanqi.demo.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scans a QR code and pays, as a customer's phone does. */
@Component
public class PhonePays {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** @param code what the QR code says: the address of the sandbox's phone page */
    public void pay(@Nullable String code, long fen) throws IOException, InterruptedException {
        if (code == null) {
            throw new IllegalStateException("there is no QR code to scan");
        }
        call(HttpRequest.newBuilder(URI.create(code)).GET());
        var amount = BigDecimal.valueOf(fen, 2).toPlainString();
        call(HttpRequest.newBuilder(URI.create(code + "/pay-other"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("amount=" + amount)));
    }

    private void call(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException("the phone page answers " + answer.statusCode() + ": " + answer.body());
        }
    }
}

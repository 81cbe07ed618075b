package org.yanqi.app.cmp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP with the outside authority, bounded in the size of an answer and in the time until its last byte; follows no redirect. */
final class Bounded {
    private final HttpClient client;
    private final Duration timeout;
    private final long longest;

    /** @param longest bytes that an answer may have */
    Bounded(Duration timeout, long longest) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.timeout = timeout;
        this.longest = longest;
    }

    /** @param type as the header says, or empty */
    record Got(int status, String type, byte[] body) {}

    /**
     * @throws IOException if no whole answer came; what broke the connection is its cause
     */
    Got exchange(HttpRequest.Builder request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> coming = client.sendAsync(
                request.timeout(timeout).build(),
                // what is too long is read no further into memory; the time-out ends the rest
                HttpResponse.BodyHandlers.ofByteArrayConsumer(
                        part -> part.filter(some -> body.size() <= longest).ifPresent(body::writeBytes)));
        try {
            HttpResponse<Void> answer = coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (body.size() > longest) {
                throw new IOException("an answer longer than " + longest + " bytes");
            }
            return new Got(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    body.toByteArray());
        } catch (ExecutionException e) {
            throw new IOException("no answer: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("no answer within " + timeout, e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", e);
        }
    }
}

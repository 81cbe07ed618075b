package org.yanqi.app.cmp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** CMP over HTTP (RFC 6712): one message there, one back, bounded in time and size. */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class Post {
    private static final String TYPE = "application/pkixcmp";
    private static final int LONGEST = 256 * 1024;

    private final CmpProperties properties;
    private final HttpClient client;

    Post(CmpProperties properties) {
        this.properties = properties;
        this.client = HttpClient.newBuilder()
                .connectTimeout(properties.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Nothing left the house, so the authority knows nothing of it. */
    static final class NotSent extends IOException {
        private static final long serialVersionUID = 1L;

        NotSent(Throwable cause) {
            super("the authority cannot be reached", cause);
        }
    }

    /**
     * @return the message that came back, not looked into
     * @throws NotSent if there was no connection
     * @throws IOException if nothing came back that can be a message
     */
    byte[] exchange(byte[] message) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> coming = client.sendAsync(
                HttpRequest.newBuilder(properties.endpoint())
                        .timeout(properties.timeout())
                        .header("Content-Type", TYPE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                        .build(),
                // what is too long is read no further into memory; the time-out ends the rest
                HttpResponse.BodyHandlers.ofByteArrayConsumer(
                        part -> part.filter(some -> body.size() <= LONGEST).ifPresent(body::writeBytes)));
        try {
            HttpResponse<Void> answer = coming.get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            if (!type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
                throw new IOException("status " + answer.statusCode() + " without a message");
            }
            if (body.size() > LONGEST) {
                throw new IOException("an answer longer than " + LONGEST + " bytes");
            }
            return body.toByteArray();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectException unreachable) {
                throw new NotSent(unreachable);
            }
            throw new IOException("no answer: " + e.getCause(), e);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("no answer within " + properties.timeout(), e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", e);
        }
    }
}

package org.yanqi.app.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One exchange with time-outs and a limit on the answer's length; follows no redirect. */
public final class PlainHttp {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final int limit;

    /** @param limit bytes that an answer may have */
    public PlainHttp(int limit) {
        this.limit = limit;
    }

    /** What came back. */
    public record Answer(int status, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /** @throws IOException if there is no answer, or a longer one than there may be */
    public Answer exchange(HttpRequest request) throws IOException {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var stream = response.body()) {
                var bytes = stream.readNBytes(limit + 1);
                if (bytes.length > limit) {
                    throw new IOException("the answer is longer than " + limit + " bytes");
                }
                return new Answer(response.statusCode(), bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", e);
        }
    }
}

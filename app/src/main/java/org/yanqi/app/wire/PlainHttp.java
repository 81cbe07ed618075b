package org.yanqi.app.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One exchange with time-outs and a limit on the answer's length; follows no redirect. */
public final class PlainHttp {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int BUFFER = 64 * 1024;

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

    /** Writes the answer to a file, however long it is up to the limit. @throws IOException if it is no success, or too long */
    public void download(HttpRequest request, Path file, long most) throws IOException {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var stream = response.body();
                    var out = Files.newOutputStream(file)) {
                if (response.statusCode() / 100 != 2) {
                    throw new IOException("status " + response.statusCode());
                }
                copy(stream, out, most);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", e);
        }
    }

    /** Copies to the end. @throws IOException if it is longer than there may be */
    public static void copy(InputStream from, OutputStream to, long most) throws IOException {
        var buffer = new byte[BUFFER];
        long copied = 0;
        for (int read; (read = from.read(buffer)) >= 0; ) {
            copied += read;
            if (copied > most) {
                throw new IOException("the answer is longer than " + most + " bytes");
            }
            to.write(buffer, 0, read);
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

package org.yanqi.app.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One exchange, bounded as a whole in time and in the length of its answer; follows no redirect. */
public final class PlainHttp {
    private static final Logger LOG = LoggerFactory.getLogger(PlainHttp.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** For a request without a time-out of its own. */
    private static final Duration MOST = Duration.ofSeconds(30);

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

    /** Writes the answer to a file, however long it is up to the limit. @throws IOException if it is no success, too long or too late */
    public void download(HttpRequest request, Path file, long most) throws IOException {
        within(request, response -> {
            if (response.statusCode() / 100 != 2) {
                throw new IOException("status " + response.statusCode());
            }
            try (var out = Files.newOutputStream(file)) {
                copy(response.body(), out, most);
            }
            return file;
        });
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

    /** @throws IOException if there is no whole answer within the request's time-out, or a longer one than there may be */
    public Answer exchange(HttpRequest request) throws IOException {
        return within(request, response -> {
            var bytes = response.body().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new IOException("the answer is longer than " + limit + " bytes");
            }
            return new Answer(response.statusCode(), bytes);
        });
    }

    private interface Reading<T> {
        T of(HttpResponse<InputStream> response) throws IOException;
    }

    /**
     * The request's time-out is that of the whole exchange: the client itself ends its watch with the head of the answer, and a body
     * that trickles would hold a worker up for ever.
     */
    private <T> T within(HttpRequest request, Reading<T> reading) throws IOException {
        var most = request.timeout().orElse(MOST);
        var began = System.nanoTime();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            var late = new AtomicBoolean();
            try (var stream = response.body()) {
                var left = most.toNanos() - (System.nanoTime() - began);
                var watch = CompletableFuture.runAsync(
                        () -> {
                            late.set(true);
                            closeQuietly(stream);
                        },
                        CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS));
                try {
                    var read = reading.of(response);
                    if (late.get()) {
                        throw new IOException("the answer ended with the time-out");
                    }
                    return read;
                } finally {
                    watch.cancel(false);
                }
            } catch (IOException e) {
                throw late.get() ? new HttpTimeoutException("no whole answer within " + most) : e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", e);
        }
    }

    private static void closeQuietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("an answer that came too slowly could not be closed", e);
        }
    }
}

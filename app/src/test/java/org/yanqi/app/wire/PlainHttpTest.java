package org.yanqi.app.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the other side does, an exchange ends in its time: no worker waits for a body that trickles. */
@Timeout(60)
class PlainHttpTest {
    private final PlainHttp http = new PlainHttp(1_000);
    private final CountDownLatch over = new CountDownLatch(1);
    private ServerSocket server;

    private interface Answering {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        server.close();
    }

    private HttpRequest answered(Duration within, Answering answering) {
        var thread = new Thread(
                () -> {
                    try (Socket socket = server.accept()) {
                        socket.getInputStream().read(new byte[4_096]);
                        answering.to(socket.getOutputStream());
                    } catch (IOException | InterruptedException gone) {
                        // the client has closed, which is what is waited for
                        over.countDown();
                    }
                },
                "other-side");
        thread.setDaemon(true);
        thread.start();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"))
                .timeout(within)
                .build();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** A byte now and then, for as long as anybody listens. */
    private void trickle(OutputStream out) throws IOException, InterruptedException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n");
        do {
            write(out, "x");
        } while (!over.await(100, TimeUnit.MILLISECONDS));
    }

    @Test
    void a_body_that_trickles_ends_with_the_requests_time_out_and_its_connection_is_closed() throws Exception {
        var request = answered(Duration.ofMillis(500), this::trickle);
        assertThatThrownBy(() -> http.exchange(request))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessageContaining("no whole answer");
        assertThat(over.await(30, TimeUnit.SECONDS))
                .as("the other side sees the end")
                .isTrue();
    }

    @Test
    void a_download_that_trickles_ends_as_well(@TempDir Path folder) {
        var request = answered(Duration.ofMillis(500), this::trickle);
        assertThatThrownBy(() -> http.download(request, folder.resolve("bill"), 1_000))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void a_server_that_says_nothing_ends_as_well() {
        var request = answered(Duration.ofMillis(500), out -> over.await());
        assertThatThrownBy(() -> http.exchange(request)).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void a_body_that_breaks_off_or_is_too_long_is_no_answer() {
        var cut =
                answered(Duration.ofSeconds(30), out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nx"));
        assertThatThrownBy(() -> http.exchange(cut)).isInstanceOf(IOException.class);
        var tooLong = answered(
                Duration.ofSeconds(30),
                out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + "x".repeat(1_001)));
        assertThatThrownBy(() -> http.exchange(tooLong)).hasMessageContaining("longer than 1000");
    }

    @Test
    void a_whole_answer_is_given_back_with_its_status() throws IOException {
        var request = answered(
                Duration.ofSeconds(30), out -> write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno"));
        var answer = http.exchange(request);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("no");
    }
}

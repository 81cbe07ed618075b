package org.yanqi.app.cmp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A real port in front of a controller, for programs that speak HTTP. */
public final class Bridge implements AutoCloseable {
    private final HttpServer server;

    /** What a controller makes of a POST. */
    public interface Door {
        Answer post(String path, @Nullable String type, byte[] body) throws Exception;
    }

    /** What goes back. */
    public record Answer(int status, @Nullable String type, byte[] body) {}

    public Bridge(Door door) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", exchange -> pass(exchange, door));
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    private static void pass(HttpExchange exchange, Door door) throws IOException {
        try (exchange) {
            Answer answer = door.post(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestBody().readAllBytes());
            if (answer.type() != null) {
                exchange.getResponseHeaders().add("Content-Type", answer.type());
            }
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package org.yanqi.app.cmp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;

/** Stands between a CMP client and its server, notes what passes, and does to the next message what a test has told it. */
final class FaultProxy implements AutoCloseable {
    private static final String TYPE = "application/pkixcmp";

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private volatile int target;

    FaultProxy() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    /** A request that passed. */
    record Seen(int type, String transaction, byte[] message) {}

    /** What goes on in place of the plain passage. */
    interface Fault {
        void happen(HttpExchange exchange, byte[] request, Passage onward) throws Exception;
    }

    /** The way to the server. */
    interface Passage {
        byte[] go(byte[] request) throws IOException, InterruptedException;
    }

    /** How a message is altered. */
    interface Change {
        byte[] of(byte[] message) throws Exception;
    }

    static Fault lostBefore() {
        return (exchange, request, onward) -> exchange.close();
    }

    static Fault lostAfter() {
        return (exchange, request, onward) -> {
            onward.go(request);
            exchange.close();
        };
    }

    static Fault passing() {
        return (exchange, request, onward) -> answer(exchange, onward.go(request));
    }

    static Fault answerAltered(Change change) {
        return (exchange, request, onward) -> answer(exchange, change.of(onward.go(request)));
    }

    static Fault requestAltered(Change change) {
        return (exchange, request, onward) -> answer(exchange, onward.go(change.of(request)));
    }

    static Fault answered(int status, String type, byte[] body) {
        return (exchange, request, onward) -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        };
    }

    void to(int port) {
        target = port;
    }

    void next(Fault... fault) {
        faults.addAll(List.of(fault));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pkix/");
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<Integer> types() {
        return seen().stream().map(Seen::type).toList();
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        try {
            GeneralPKIMessage message = new GeneralPKIMessage(request);
            seen.add(new Seen(
                    message.getBody().getType(),
                    HexFormat.of()
                            .formatHex(message.getHeader().getTransactionID().getOctets()),
                    request));
            Fault fault = faults.poll();
            (fault == null ? passing() : fault).happen(exchange, request, this::onward);
        } catch (Exception e) {
            exchange.close();
        }
    }

    private byte[] onward(byte[] request) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + target + "/pkix/"))
                                .header("Content-Type", TYPE)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", TYPE);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

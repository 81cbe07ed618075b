package org.yanqi.sandbox.wire;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Routes on Jetty's core, without servlets: a servlet API of its own could not live in one JVM beside a product that
 * brings another.
 */
public final class WebServer implements AutoCloseable {
    /** What answers a request. */
    @FunctionalInterface
    public interface Endpoint {
        /** Answers; a {@link Refusal} is rendered by whoever refuses for that path. */
        void serve(Exchange exchange) throws Exception;
    }

    private record Route(String method, Pattern path, List<String> names, Endpoint endpoint) {}

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final int MAX_THREADS = 24;

    private final List<Route> before = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final Server server;
    private final ServerConnector connector;
    private BiConsumer<Exchange, Refusal> refusals = (exchange, refusal) ->
            exchange.status(refusal.status()).json(Map.of("code", refusal.code(), "message", refusal.words()));

    /** A server that does not listen yet. */
    public WebServer(String host, int port) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
        threads.setName("sandbox-http");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Dispatcher());
    }

    /** Serves GET. A part of the path in braces matches one segment. */
    public void get(String path, Endpoint endpoint) {
        routes.add(route("GET", path, endpoint));
    }

    /** Serves POST. */
    public void post(String path, Endpoint endpoint) {
        routes.add(route("POST", path, endpoint));
    }

    /** Serves DELETE. */
    public void delete(String path, Endpoint endpoint) {
        routes.add(route("DELETE", path, endpoint));
    }

    /** Runs before whatever serves a path that begins so. */
    public void before(String prefix, Endpoint endpoint) {
        before.add(new Route("", Pattern.compile(Pattern.quote(prefix) + ".*"), List.of(), endpoint));
    }

    /** Renders refusals from now on. */
    public void refuse(BiConsumer<Exchange, Refusal> by) {
        refusals = by;
    }

    private static Route route(String method, String path, Endpoint endpoint) {
        List<String> names = NAME.matcher(path).results().map(m -> m.group(1)).toList();
        StringBuilder pattern = new StringBuilder();
        Matcher matcher = NAME.matcher(path);
        int from = 0;
        while (matcher.find()) {
            pattern.append(Pattern.quote(path.substring(from, matcher.start()))).append("([^/]+?)");
            from = matcher.end();
        }
        return new Route(
                method,
                Pattern.compile(
                        pattern.append(Pattern.quote(path.substring(from))).toString()),
                names,
                endpoint);
    }

    /** Listens from now on. */
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("cannot listen on port " + connector.getPort(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the web server did not stop cleanly", e);
        }
    }

    private void serve(Exchange exchange) throws Exception {
        for (Route first : before) {
            if (!exchange.ended() && first.path().matcher(exchange.path()).matches()) {
                first.endpoint().serve(exchange);
            }
        }
        if (!exchange.ended()) {
            Route route = find(exchange).orElseThrow(() -> new Refusal(404, "NOT_FOUND", "没有这个地址"));
            route.endpoint().serve(exchange);
        }
    }

    private Optional<Route> find(Exchange exchange) {
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(exchange.path());
            if (route.method().equals(exchange.method()) && matcher.matches()) {
                Map<String, String> found = new LinkedHashMap<>();
                for (int i = 0; i < route.names().size(); i++) {
                    String text = matcher.group(i + 1).replace("+", "%2B");
                    found.put(route.names().get(i), URLDecoder.decode(text, StandardCharsets.UTF_8));
                }
                exchange.pathParams(found);
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    private final class Dispatcher extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Exchange exchange = new Exchange(request);
            try {
                exchange.readBody();
                serve(exchange);
            } catch (Refusal refusal) {
                refusals.accept(exchange, refusal);
            } catch (RuntimeException e) {
                LOG.error("{} {} failed", exchange.method(), exchange.path(), e);
                exchange.status(500).json(Map.of("code", "SYSTEM_ERROR", "message", "演练系统自身出错，请看日志"));
            }
            response.setStatus(exchange.status());
            exchange.answerHeaders().forEach(response.getHeaders()::put);
            response.write(true, ByteBuffer.wrap(exchange.answerBody()), callback);
            return true;
        }
    }
}

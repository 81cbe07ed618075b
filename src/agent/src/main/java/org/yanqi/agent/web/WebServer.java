package org.yanqi.agent.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.yanqi.agent.job.Jobs;
import org.yanqi.agent.key.AllKeys;
import org.yanqi.agent.software.SoftwareKeyReader;
import org.yanqi.agent.ticket.TicketVerifier;

/** The agent's HTTP server, on loopback and nowhere else. */
public final class WebServer implements AutoCloseable {
    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads;

    private WebServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts listening.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static WebServer start(
            int port, Set<String> origins, TicketVerifier tickets, Jobs jobs, AllKeys keys, SoftwareKeyReader software)
            throws IOException {
        tuneServer();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 16);
        int actual = server.getAddress().getPort();
        Set<String> hosts = Set.of("127.0.0.1:" + actual, "localhost:" + actual);
        Csrf csrf = new Csrf(Set.of("http://127.0.0.1:" + actual, "http://localhost:" + actual));
        Front front = new Front(
                hosts,
                new Api(origins, tickets, jobs, keys.kinds(), "http://127.0.0.1:" + actual),
                new PinPages(jobs, csrf),
                new StatusPage(software, keys, csrf, List.copyOf(new TreeSet<>(origins)), jobs),
                new KeyActions(software, csrf));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "yanqi-agent-http");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", front);
        server.start();
        return new WebServer(server, threads);
    }

    /** The JDK's server has no limit on slow requests, and waits for full packets, unless told before its first use. */
    private static void tuneServer() {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        for (String limit : List.of("sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime")) {
            if (System.getProperty(limit) == null) {
                System.setProperty(limit, "60");
            }
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

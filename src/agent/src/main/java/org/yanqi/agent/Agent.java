package org.yanqi.agent;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yanqi.agent.job.Jobs;
import org.yanqi.agent.key.AllKeys;
import org.yanqi.agent.key.KeyReader;
import org.yanqi.agent.pkcs11.Pkcs11Reader;
import org.yanqi.agent.software.SoftwareKeyReader;
import org.yanqi.agent.ticket.ProductKeys;
import org.yanqi.agent.ticket.TicketVerifier;
import org.yanqi.agent.web.WebServer;

/** A running key agent. */
public final class Agent implements AutoCloseable {
    private final WebServer web;
    private final Jobs jobs;

    private Agent(WebServer web, Jobs jobs) {
        this.web = web;
        this.jobs = jobs;
    }

    /**
     * Starts an agent; it listens when this returns.
     *
     * @throws IOException if its port is taken or the PKCS#11 library cannot be loaded
     */
    public static Agent start(AgentConfig config) throws IOException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                // Tickets go to the origin that signed them and nowhere else.
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        SoftwareKeyReader software = new SoftwareKeyReader(config.keys());
        List<KeyReader> readers = new ArrayList<>(List.of(software));
        if (config.pkcs11() != null) {
            readers.add(Pkcs11Reader.of(config.pkcs11()));
        }
        AllKeys keys = new AllKeys(readers);
        TicketVerifier tickets = new TicketVerifier(new ProductKeys(http, config.clock()), Jobs.operations());
        Jobs jobs = new Jobs(http, config.pace(), keys, config.watcher());
        return new Agent(WebServer.start(config.port(), config.origins(), tickets, jobs, keys, software), jobs);
    }

    /** The port it listens on. */
    public int port() {
        return web.port();
    }

    /** The address of its own pages. */
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        web.close();
        jobs.close();
    }
}

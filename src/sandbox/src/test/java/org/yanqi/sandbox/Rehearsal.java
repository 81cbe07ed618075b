package org.yanqi.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Properties;

/** One sandbox for all tests of this module, met over HTTP. */
final class Rehearsal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int SMTP_PORT = freePort();
    private static final Sandbox SANDBOX = start();
    private static final Properties PAPERS = papers();

    private Rehearsal() {}

    private static Sandbox start() {
        try {
            Path data = Files.createTempDirectory("sandbox");
            return Sandbox.start(options(data, SMTP_PORT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SandboxOptions options(Path data, int smtpPort) {
        return SandboxOptions.usual(0, smtpPort, data)
                .deciding(Duration.ofMillis(50))
                .repeating(Collections.nCopies(50, Duration.ofMillis(100)));
    }

    private static Properties papers() {
        Properties papers = new Properties();
        try (var reader = Files.newBufferedReader(SANDBOX.merchantProperties())) {
            papers.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return papers;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int smtpPort() {
        return SMTP_PORT;
    }

    static String url() {
        return SANDBOX.url();
    }

    static String paper(String name) {
        return PAPERS.getProperty(name);
    }

    static HttpResponse<String> send(String method, String url, String type, String body) {
        try {
            String address = url.startsWith("http") ? url : url() + url;
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Content-Type", type)
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String get(String url) {
        return send("GET", url, "text/plain", "").body();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode control(String path, String body) {
        HttpResponse<String> answer = send("POST", "/control/" + path, "application/json", body);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return json(answer.body());
    }

    /** Opens the phone page behind a QR code and presses a button on it. */
    static int press(String codeUrl, String button, String form) {
        get(codeUrl);
        return send("POST", codeUrl + "/" + button, "application/x-www-form-urlencoded", form)
                .statusCode();
    }
}

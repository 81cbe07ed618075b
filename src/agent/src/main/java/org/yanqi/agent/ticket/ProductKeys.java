package org.yanqi.agent.ticket;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The public keys of each allowed origin, fetched from its {@code /api/agent/jwks.json} and kept for a while. */
public final class ProductKeys {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration REFETCH_AT_MOST_EVERY = Duration.ofSeconds(5);
    private static final int LIMIT = 64 * 1024;

    private final HttpClient http;
    private final Clock clock;
    private final Map<String, Fetched> byOrigin = new ConcurrentHashMap<>();

    public ProductKeys(HttpClient http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * The key with that id, asking the origin again if it is unknown here.
     *
     * @throws IOException if the origin does not answer with a key set
     */
    Optional<ECKey> find(String origin, String kid) throws IOException, InterruptedException {
        Fetched known = byOrigin.get(origin);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(KEPT))) {
            Optional<ECKey> key = pick(known.keys(), kid);
            if (key.isPresent() || now.isBefore(known.at().plus(REFETCH_AT_MOST_EVERY))) {
                return key;
            }
        }
        Fetched fetched = fetch(origin);
        byOrigin.put(origin, fetched);
        return pick(fetched.keys(), kid);
    }

    /**
     * What time it is for a site. Clocks of customers' machines can be hours off; the site that signs a ticket also
     * says what its times mean. Known once its keys were fetched.
     */
    Instant timeAt(String origin) {
        Fetched known = byOrigin.get(origin);
        return known == null ? clock.instant() : clock.instant().plus(known.ahead());
    }

    private static Optional<ECKey> pick(JWKSet keys, String kid) {
        JWK key = keys.getKeyByKeyId(kid);
        return key instanceof ECKey ec ? Optional.of(ec) : Optional.empty();
    }

    private Fetched fetch(String origin) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "/api/agent/jwks.json"))
                .timeout(Duration.ofSeconds(10))
                .header("Accept", "application/json")
                .build();
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            byte[] content = body.readNBytes(LIMIT + 1);
            if (answer.statusCode() != 200 || content.length > LIMIT) {
                throw new IOException("no key set: HTTP " + answer.statusCode());
            }
            JWKSet keys = JWKSet.parse(new String(content, StandardCharsets.UTF_8));
            return new Fetched(keys, clock.instant(), ahead(answer));
        } catch (ParseException malformed) {
            throw new IOException("no key set", malformed);
        }
    }

    private Duration ahead(HttpResponse<InputStream> answer) throws IOException {
        Optional<String> date = answer.headers().firstValue("Date");
        try {
            return date.isEmpty()
                    ? Duration.ZERO
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(date.get(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeParseException malformed) {
            throw new IOException("the answer has no proper date", malformed);
        }
    }

    /** A key set, when it came (by this machine's clock) and how far the site's clock is ahead of it. */
    private record Fetched(JWKSet keys, Instant at, Duration ahead) {}
}

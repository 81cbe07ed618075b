package org.yanqi.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.crypto.KeyAlgorithm;

/** The product's side of the wire, as strict about requests and proofs as the product is. */
final class FakeProduct implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    final TestAuthority authority = new TestAuthority();
    final List<String> stages = new CopyOnWriteArrayList<>();
    final List<String> failures = new CopyOnWriteArrayList<>();
    final List<JsonNode> found = new CopyOnWriteArrayList<>();
    final List<JsonNode> signIns = new CopyOnWriteArrayList<>();
    /** What a self-test handed in, in Base64. */
    final List<String> opened = new CopyOnWriteArrayList<>();

    volatile @Nullable String signInRefusal;
    final Map<String, Item> items = new ConcurrentHashMap<>();
    /** How many answers on a path are lost after the work was done. */
    final Map<String, Integer> lost = new ConcurrentHashMap<>();

    volatile String verdict = "match";
    volatile boolean pairs = true;
    volatile boolean deferred;
    volatile int pending = 1;
    private final HttpServer server;
    private final ECKey key;

    FakeProduct() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2, work -> {
            Thread thread = new Thread(work, "fake-product");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/api/agent/", this::handle);
        server.start();
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A ticket for somebody who is not known yet. */
    JWTClaimsSet.Builder signInClaims(String nonce) {
        return claims("sign-in", Duration.ofMinutes(5)).claim("nonce", nonce);
    }

    /** A ticket for opening a message encrypted to a certificate. */
    JWTClaimsSet.Builder selfTestClaims(X509CertificateHolder certificate, byte[] challenge) {
        return claims("self-test", Duration.ofMinutes(10))
                .claim(
                        "certificate",
                        Map.of(
                                "issuer", certificate.getIssuer().toString(),
                                "serial", certificate.getSerialNumber().toString(16)))
                .claim("challenge", BASE64.encodeToString(challenge));
    }

    private JWTClaimsSet.Builder claims(String operation, Duration life) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(origin())
                .audience("yanqi-agent")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .claim("origin", origin())
                .claim("op", operation);
    }

    JWTClaimsSet.Builder claims(String operation, String item, X509CertificateHolder old, KeyAlgorithm algorithm) {
        items.computeIfAbsent(item, id -> new Item(old));
        return claims(operation, Duration.ofMinutes(10))
                .claim("order", "PLYQHB2026112200001")
                .claim("item", item)
                .claim(
                        "certificate",
                        Map.of(
                                "issuer", old.getIssuer().toString(),
                                "serial", old.getSerialNumber().toString(16),
                                "subject", old.getSubject().toString(),
                                "kind", "main"))
                .claim("algorithm", algorithm.name())
                .claim("nonce", BASE64.encodeToString(new byte[32]));
    }

    String sign(JWTClaimsSet.Builder claims) throws Exception {
        return sign(claims, key, "yanqi-ticket+jwt");
    }

    static String sign(JWTClaimsSet.Builder claims, ECKey key, String type) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("k1")
                        .type(new JOSEObjectType(type))
                        .build(),
                claims.build());
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/agent/".length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            Answer answer = path.equals("jwks.json")
                    ? new Answer(200, new JWKSet(key.toPublicJWK()).toJSONObject())
                    : answer(path, JSON.readTree(body), exchange);
            if (lost.getOrDefault(path, 0) > 0) {
                lost.merge(path, -1, Integer::sum);
                return;
            }
            byte[] content = answer.body() == null ? new byte[0] : JSON.writeValueAsBytes(answer.body());
            exchange.sendResponseHeaders(answer.status(), content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        } catch (Exception defect) {
            defect.printStackTrace();
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private Item item(HttpExchange exchange) throws Exception {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        SignedJWT ticket = SignedJWT.parse(header.substring("Ticket ".length()));
        Item item = items.get(ticket.getJWTClaimsSet().getStringClaim("item"));
        if (item == null) {
            throw new IllegalStateException("no such item");
        }
        return item;
    }

    private synchronized Answer answer(String path, JsonNode body, HttpExchange exchange) throws Exception {
        return switch (path) {
            case "sign-in" -> signIn(body);
            case "self-test" ->
                body.has("failure")
                        ? note(failures, body.get("failure").asText())
                        : note(opened, body.get("plaintext").asText());
            case "failure" -> note(failures, body.get("code").asText());
            default -> answer(path, body, item(exchange));
        };
    }

    private Answer signIn(JsonNode body) {
        signIns.add(body);
        return signInRefusal == null
                ? new Answer(204, null)
                : new Answer(403, Map.of("code", signInRefusal, "message", "no"));
    }

    private Answer answer(String path, JsonNode body, Item item) throws Exception {
        return switch (path) {
            case "found" -> {
                found.add(body);
                yield new Answer(200, Map.of("verdict", verdict, "message", verdict));
            }
            case "stage" -> note(stages, body.get("stage").asText());
            case "request" -> request(body, item);
            case "result" ->
                deferred
                        ? new Answer(409, Map.of("status", "deferred", "message", "an open bid"))
                        : item.polls++ < pending ? new Answer(202, Map.of("status", "pending")) : item.issued();
            case "confirm" -> confirm(body, item);
            default -> new Answer(404, null);
        };
    }

    private static Answer note(List<String> list, String word) {
        list.add(word);
        return new Answer(204, null);
    }

    private Answer request(JsonNode body, Item item) throws Exception {
        byte[] csr = body.get("csr").binaryValue();
        PKCS10CertificationRequest request = new PKCS10CertificationRequest(csr);
        byte[] tbs = request.toASN1Structure().getCertificationRequestInfo().getEncoded();
        KeyAlgorithm fresh = KeyAlgorithm.of(request.getSubjectPublicKeyInfo());
        KeyAlgorithm former = KeyAlgorithm.of(item.old.getSubjectPublicKeyInfo());
        boolean proven = request.getSubject().equals(item.old.getSubject())
                && fresh.signatureIdentifier().equals(request.getSignatureAlgorithm())
                && fresh.verify(
                        fresh.publicKey(request.getSubjectPublicKeyInfo().getEncoded()), tbs, request.getSignature())
                && former.verify(
                        former.publicKey(item.old.getSubjectPublicKeyInfo().getEncoded()),
                        csr,
                        body.get("oldSignature").binaryValue());
        if (!proven) {
            return new Answer(422, Map.of("code", "pop-failed", "message", "no"));
        }
        String encoded = BASE64.encodeToString(csr);
        if (!item.requests.contains(encoded)) {
            item.requests.add(encoded);
        }
        if (item.signing == null) {
            item.signing = authority.issue(request.getSubject(), request.getSubjectPublicKeyInfo());
            if (pairs && fresh == KeyAlgorithm.SM2) {
                item.encryptionPair = KeyAlgorithm.SM2.generate();
                item.encryption = authority.issue(request.getSubject(), item.encryptionPair.getPublic());
                item.envelope = TestAuthority.envelope(
                        item.encryptionPair,
                        fresh.publicKey(request.getSubjectPublicKeyInfo().getEncoded()),
                        0);
            }
            return new Answer(202, Map.of("status", "pending"));
        }
        return item.issued();
    }

    private Answer confirm(JsonNode body, Item item) throws Exception {
        X509CertificateHolder signing = item.signing;
        if (signing == null) {
            return new Answer(409, Map.of("code", "wrong-state", "message", "no certificate"));
        }
        KeyAlgorithm algorithm = KeyAlgorithm.of(signing.getSubjectPublicKeyInfo());
        byte[] statement = ("yanqi-confirm\n" + origin() + "\n" + item.nonce).getBytes(StandardCharsets.UTF_8);
        boolean proven =
                new X509CertificateHolder(body.get("signingCertificate").binaryValue()).equals(signing)
                        && algorithm.verify(
                                algorithm.publicKey(
                                        signing.getSubjectPublicKeyInfo().getEncoded()),
                                statement,
                                body.get("signature").binaryValue());
        if (!proven) {
            return new Answer(422, Map.of("code", "pop-failed", "message", "no"));
        }
        item.confirmations++;
        return new Answer(200, Map.of("status", "confirmed", "notAfter", "2027-01-01T00:00:00Z"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** An order item as the product knows it. */
    static final class Item {
        final X509CertificateHolder old;
        final List<String> requests = new ArrayList<>();
        final String nonce = UUID.randomUUID().toString();
        volatile @Nullable X509CertificateHolder signing;
        volatile @Nullable X509CertificateHolder encryption;
        volatile byte @Nullable [] envelope;
        volatile int confirmations;

        @Nullable
        KeyPair encryptionPair;

        int polls;
        Consumer<Map<String, @Nullable Object>> tamper = delivery -> {};

        Item(X509CertificateHolder old) {
            this.old = old;
        }

        Answer issued() throws IOException {
            X509CertificateHolder certificate = signing;
            if (certificate == null) {
                return new Answer(202, Map.of("status", "pending"));
            }
            Map<String, @Nullable Object> body = new LinkedHashMap<>();
            body.put("status", "issued");
            body.put("signingCertificate", certificate.getEncoded());
            X509CertificateHolder second = encryption;
            body.put("encryptionCertificate", second == null ? null : second.getEncoded());
            body.put("envelope", envelope);
            body.put("chain", List.of());
            body.put("nonce", nonce);
            tamper.accept(body);
            return new Answer(200, body);
        }
    }

    record Answer(int status, @Nullable Object body) {}
}

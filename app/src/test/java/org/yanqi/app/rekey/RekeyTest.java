package org.yanqi.app.rekey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.yanqi.app.OnPostgres;
import org.yanqi.app.ca.TestKey;
import org.yanqi.app.rekey.OwedCertificates.Owed;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.rekey.Rekey;
import org.yanqi.process.rekey.RekeyStage;
import org.yanqi.process.rekey.Rekeys;
import org.yanqi.process.rekey.SettleRekey;
import org.yanqi.process.worklist.ClaimWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;

/** The update of a key as the agent and the desk live it. */
@OnPostgres
@Import(OwedCertificates.class)
class RekeyTest {
    private static final String ORIGIN = "http://localhost:8080";
    private static final Actor SYSTEM = Actor.system("test");
    private static final Actor DESK =
            new Actor("service", "客服", Role.CUSTOMER_SERVICE, Set.of(Role.CUSTOMER_SERVICE), null, null, "127.0.0.1");

    @Autowired
    OwedCertificates owedCertificates;

    @Autowired
    OpenTicket openTicket;

    @Autowired
    Rekeys rekeys;

    @Autowired
    SettleRekey settle;

    @Autowired
    SearchWorkItems worklist;

    @Autowired
    ClaimWorkItem claim;

    @Autowired
    Clock clock;

    @Autowired
    Certificates certificates;

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    private final ObjectMapper json = new ObjectMapper();
    private final TestKey fresh = TestKey.sm2();
    private MockMvc http;

    @BeforeEach
    void door() {
        http = MockMvcBuilders.webAppContextSetup(context).build();
    }

    private record Said(int status, JsonNode body) {
        String code() {
            return body.path("code").asText();
        }
    }

    @Test
    void a_key_is_updated_and_only_then_the_old_certificate_is_revoked() throws Exception {
        Owed owed = owedCertificates.company();
        String ticket = ticket(owed);
        assertThat(found(ticket, owed).path("verdict").asText()).isEqualTo("match");
        assertThat(send("stage", ticket, Map.of("stage", "key-generated")).status())
                .isEqualTo(204);
        assertThat(request(ticket, owed, fresh).status()).isIn(200, 202);
        JsonNode issued = issued(ticket);
        assertThat(issued.path("envelope").asText()).isNotEmpty();
        assertThat(certificates.one(SYSTEM, owed.pair().id()).state()).isEqualTo(CertificateState.IN_FORCE);

        Said confirmed = confirm(ticket, issued, fresh);
        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(200);
        assertThat(confirmed.body().path("notAfter").asText())
                .isEqualTo(owed.pair()
                        .lastDay()
                        .plusYears(1)
                        .atTime(23, 59, 59)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toInstant()
                        .toString());
        assertThat(confirm(ticket, issued, fresh).status()).isEqualTo(200);
        awaitStage(owed, RekeyStage.OLD_REVOKED);
        assertThat(certificates.one(SYSTEM, owed.pair().id()).state()).isEqualTo(CertificateState.SUPERSEDED);
        Rekey end = rekeys.one(owed.administrator(), owed.item());
        assertThat(certificates.one(SYSTEM, end.newCertificate()).state()).isEqualTo(CertificateState.IN_FORCE);
        assertThat(openTicket
                        .open(owed.administrator(), owed.item(), "rekey", ORIGIN)
                        .isAccepted())
                .isFalse();
    }

    @Test
    void the_same_request_twice_gives_the_same_certificate_byte_for_byte() throws Exception {
        Owed owed = owedCertificates.company();
        String ticket = ticket(owed);
        request(ticket, owed, fresh);
        JsonNode first = issued(ticket);
        byte[] again = request(owed.subject(), fresh);
        Said repeated = send(
                "request",
                ticket(owed),
                Map.of("csr", b64(lastCsr), "oldSignature", b64(owed.key().sign(lastCsr))));
        assertThat(again).isNotEmpty();
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.body().path("signingCertificate")).isEqualTo(first.path("signingCertificate"));
        assertThat(repeated.body().path("encryptionCertificate")).isEqualTo(first.path("encryptionCertificate"));
    }

    @Test
    void only_the_holder_updates_a_key() {
        Owed owed = owedCertificates.company();
        assertThat(openTicket
                        .open(owed.administrator(), owed.otherItem(), "read", ORIGIN)
                        .isAccepted())
                .isFalse();
        assertThat(openTicket
                        .open(owed.leader(), owed.otherItem(), "read", ORIGIN)
                        .isAccepted())
                .isTrue();
        assertThatThrownBy(() -> openTicket.open(owed.leader(), owed.item(), "read", ORIGIN))
                .isInstanceOf(NotFound.class);
        Owed another = owedCertificates.company();
        assertThatThrownBy(() -> openTicket.open(another.administrator(), owed.item(), "read", ORIGIN))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void no_key_is_updated_before_open_bids_were_declared_again() {
        Owed owed = owedCertificates.company();
        assertThat(openTicket
                        .open(owed.administrator(), owed.item(), "rekey", ORIGIN)
                        .isAccepted())
                .isFalse();
        assertThat(openTicket
                        .declareAgain(owed.administrator(), owed.item(), false)
                        .isAccepted())
                .isFalse();
        assertThat(openTicket
                        .open(owed.administrator(), owed.item(), "rekey", ORIGIN)
                        .isAccepted())
                .isFalse();
    }

    @Test
    void refuses_requests_that_prove_too_little() throws Exception {
        Owed owed = owedCertificates.company();
        String ticket = ticket(owed);
        TestKey stranger = TestKey.sm2();
        X500Name other = new X500Name("C=CN,O=别的公司,CN=王五");

        assertThat(send(owed, ticket, owed.key().request(owed.subject())).code())
                .isEqualTo("csr-old-key");
        assertThat(send(owed, ticket, fresh.request(other)).code()).isEqualTo("csr-subject");
        assertThat(send(owed, ticket, TestKey.rsa(1024).request(owed.subject())).code())
                .isEqualTo("csr-weak-key");
        byte[] stolen = fresh.csr(owed.subject(), stranger.pair().getPrivate()).getEncoded();
        assertThat(send(owed, ticket, stolen).code()).isEqualTo("pop-failed");
        byte[] good = fresh.request(owed.subject());
        Said forged = send("request", ticket, Map.of("csr", b64(good), "oldSignature", b64(stranger.sign(good))));
        assertThat(forged.code()).isEqualTo("old-signature-failed");
        assertThat(forged.status()).isEqualTo(400);
        assertThat(rekeys.one(owed.administrator(), owed.item()).stage()).isEqualTo(RekeyStage.WAITING_FOR_KEY);
        assertThat(send(owed, ticket, good).status()).isIn(200, 202);
    }

    @Test
    void whatever_byte_of_a_request_or_a_ticket_is_changed_nothing_is_issued() throws Exception {
        Owed owed = owedCertificates.company();
        String ticket = ticket(owed);
        byte[] good = fresh.request(owed.subject());
        byte[] signature = owed.key().sign(good);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int at = 0; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            Map<String, String> body = at % 2 == 0
                    ? Map.of("csr", b64(changed), "oldSignature", b64(owed.key().sign(changed)))
                    : Map.of("csr", b64(changed), "oldSignature", b64(signature));
            assertThat(send("request", ticket, body).status())
                    .as("seed %d, byte %d of the request", seed, at)
                    .isEqualTo(400);
        }
        byte[] body = json.writeValueAsBytes(Map.of("csr", b64(good), "oldSignature", b64(signature)));
        for (int at = 0; at < ticket.length(); at += 3) {
            char other = (char) ('!' + random.nextInt(90));
            String changed =
                    ticket.substring(0, at) + (other == ticket.charAt(at) ? '~' : other) + ticket.substring(at + 1);
            // the last letters of a part may hold bits that Base64 throws away: those are refused as well, or change
            // nothing
            assertThat(raw("result", changed, null).status())
                    .as("seed %d, letter %d of the ticket", seed, at)
                    .isLessThan(500);
            assertThat(raw("stage", changed, body).status())
                    .as("seed %d, letter %d of the ticket", seed, at)
                    .isBetween(400, 499);
        }
        assertThat(rekeys.one(owed.administrator(), owed.item()).stage()).isEqualTo(RekeyStage.WAITING_FOR_KEY);
        assertThat(database.sql("select count(*) from ca_issuance where request_key like ?")
                        .param("%" + owed.item() + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void bytes_that_are_no_request_are_answered_never_with_500() throws Exception {
        Owed owed = owedCertificates.company();
        String ticket = ticket(owed);
        byte[] good = fresh.request(owed.subject());
        Random random = new Random(20261122);
        for (int i = 0; i < 120; i++) {
            byte[] broken = good.clone();
            for (int n = 0; n <= i % 4; n++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            if (i % 5 == 0) {
                broken = Arrays.copyOf(broken, random.nextInt(broken.length));
            }
            if (Arrays.equals(broken, good)) {
                continue;
            }
            assertThat(send(owed, ticket, broken).status()).isEqualTo(400);
        }
        for (String body : List.of(
                "", "{", "[]", "null", "{\"csr\":1}", "{\"csr\":\"%%%\"}", "{} x", "\"a\"", "{\"csr\":{\"a\":[]}}")) {
            for (String path : List.of("request", "confirm", "found", "stage", "failure")) {
                Said said = raw(path, ticket, body.getBytes(StandardCharsets.UTF_8));
                assertThat(said.status()).as(path + " " + body).isEqualTo(400);
                assertThat(said.body().path("message").asText()).isNotBlank();
            }
        }
        assertThat(raw("request", ticket, new byte[10 * 1024 * 1024]).status()).isEqualTo(413);
    }

    @Test
    void a_ticket_that_does_not_hold_opens_nothing() throws Exception {
        Owed owed = owedCertificates.company();
        String ticket = ticket(owed);
        String broken = ticket.substring(0, ticket.length() - 4) + "AAAA";
        assertThat(send("result", broken, null).code()).isEqualTo("ticket-invalid");
        assertThat(send("stage", "", Map.of("stage", "key-read")).status()).isEqualTo(401);
        assertThat(raw(
                                "request",
                                accepted(openTicket.open(owed.administrator(), owed.item(), "read", ORIGIN)),
                                "{\"csr\":\"AA==\",\"oldSignature\":\"AA==\"}".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("ticket-invalid");
        database.sql("update rekey_ticket set expires = opened where item = ?")
                .param(owed.item())
                .update();
        assertThat(send(owed, ticket, fresh.request(owed.subject())).code()).isEqualTo("ticket-expired");
    }

    @Test
    void a_confirmation_must_read_back_the_issued_bytes_and_sign_this_nonce() throws Exception {
        Owed owed = owedCertificates.company();
        String ticket = ticket(owed);
        request(ticket, owed, fresh);
        JsonNode issued = issued(ticket);
        assertThat(confirm(ticket, issued, owed.key()).code()).isEqualTo("nonce-not-signed");
        String otherTicket = ticket(owed);
        Said replayed = send("confirm", otherTicket, confirmation(issued, fresh));
        assertThat(replayed.code()).isEqualTo("nonce-not-signed");
        Map<String, Object> swapped = confirmation(issued, fresh);
        swapped.put("signingCertificate", b64(owed.pair().signing()));
        assertThat(send("confirm", ticket, swapped).code()).isEqualTo("read-back-differs");
        Map<String, Object> half = confirmation(issued, fresh);
        half.put("encryptionCertificate", null);
        assertThat(send("confirm", ticket, half).code()).isEqualTo("read-back-differs");
        assertThat(rekeys.one(owed.administrator(), owed.item()).stage()).isEqualTo(RekeyStage.ISSUED);
        assertThat(confirm(ticket, issued, fresh).status()).isEqualTo(200);
    }

    @Test
    void a_key_removed_midway_comes_to_the_desk_and_the_holder_resumes_alone() throws Exception {
        Owed owed = owedCertificates.company();
        String ticket = ticket(owed);
        request(ticket, owed, fresh);
        JsonNode issued = issued(ticket);
        assertThat(send("failure", ticket, Map.of("code", "key-removed", "detail", "while writing"))
                        .status())
                .isEqualTo(204);
        assertThat(worklist.open("settle-rekey-failure", owed.item().toString()))
                .isPresent();
        assertThat(rekeys.one(owed.administrator(), owed.item()).failure()).isEqualTo("key-removed");
        accepted(claim.claim(
                DESK,
                worklist.open("settle-rekey-failure", owed.item().toString())
                        .orElseThrow()
                        .id()));

        String again = ticket(owed);
        JsonNode same = issued(again);
        assertThat(same.path("signingCertificate")).isEqualTo(issued.path("signingCertificate"));
        assertThat(confirm(again, same, fresh).status()).isEqualTo(200);
        assertThat(worklist.open("settle-rekey-failure", owed.item().toString()))
                .isEmpty();
        awaitStage(owed, RekeyStage.OLD_REVOKED);
    }

    @Test
    void the_desk_lets_a_holder_begin_again_and_a_new_request_withdraws_what_was_issued_before() throws Exception {
        Owed owed = owedCertificates.company();
        String ticket = ticket(owed);
        request(ticket, owed, fresh);
        issued(ticket);
        UUID before = rekeys.one(owed.administrator(), owed.item()).newCertificate();
        send("failure", ticket, Map.of("code", "write-failed", "detail", "card full"));
        UUID work = worklist.open("settle-rekey-failure", owed.item().toString())
                .orElseThrow()
                .id();
        accepted(settle.failure(DESK, work, "retry", "换了新的 Key", null));
        assertThat(worklist.open("update-key", owed.item().toString())).isPresent();

        TestKey second = TestKey.sm2();
        String again = ticket(owed);
        request(again, owed, second);
        JsonNode issued = issued(again);
        assertThat(certificates.one(SYSTEM, before).state()).isEqualTo(CertificateState.REVOKED);
        assertThat(confirm(again, issued, second).status()).isEqualTo(200);
        awaitStage(owed, RekeyStage.OLD_REVOKED);
    }

    @Test
    void a_locked_pin_stops_at_the_desk_and_a_wrong_one_does_not() throws Exception {
        Owed owed = owedCertificates.company();
        String ticket = ticket(owed);
        send("failure", ticket, Map.of("code", "pin-wrong", "detail", "5"));
        assertThat(worklist.open("update-key", owed.item().toString())).isPresent();
        send("failure", ticket, Map.of("code", "pin-locked", "detail", "0"));
        assertThat(worklist.open("update-key", owed.item().toString())).isEmpty();
        UUID work = worklist.open("settle-rekey-failure", owed.item().toString())
                .orElseThrow()
                .id();
        assertThat(settle.failure(DESK, work, "unlock", " ", null).isAccepted()).isFalse();
        assertThat(settle.failure(DESK, work, "resume", "x", null).isAccepted()).isFalse();
        accepted(settle.failure(DESK, work, "unlock", "已解锁", null));
        assertThat(worklist.open("update-key", owed.item().toString())).isPresent();
    }

    @Test
    void a_deferred_update_opens_no_ticket_and_asks_for_the_declaration_again() throws Exception {
        Owed owed = owedCertificates.company();
        send("failure", ticket(owed), Map.of("code", "key-full", "detail", ""));
        UUID work = worklist.open("settle-rekey-failure", owed.item().toString())
                .orElseThrow()
                .id();
        LocalDate today = LocalDate.now(clock);
        assertThat(settle.failure(DESK, work, "defer", "等待开标", today).isAccepted())
                .isFalse();
        accepted(settle.failure(DESK, work, "defer", "等待开标", today.plusDays(3)));
        assertThat(openTicket.open(owed.administrator(), owed.item(), "read", ORIGIN))
                .isEqualTo(Outcome.refused(Refusal.of(
                        "refusal.rekey-deferred",
                        today.plusDays(3)
                                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                                .toInstant()
                                .toString())));
    }

    @Test
    void an_rsa_key_gets_one_certificate_for_both_places() throws Exception {
        Owed owed = owedCertificates.company(TestKey.rsa(2048));
        String ticket = ticket(owed);
        TestKey second = TestKey.rsa(2048);
        request(ticket, owed, second);
        JsonNode issued = issued(ticket);
        assertThat(issued.path("encryptionCertificate").isNull()).isTrue();
        assertThat(issued.path("envelope").isNull()).isTrue();
        Map<String, Object> body = confirmation(issued, second);
        body.put("encryptionCertificate", null);
        assertThat(send("confirm", ticket, body).status()).isEqualTo(200);
        awaitStage(owed, RekeyStage.OLD_REVOKED);
    }

    /** The key has confirmed, and the server dies before it has marked that: the agent reads back and confirms again (R7). */
    @Test
    void a_confirmation_that_was_lost_before_it_was_marked_is_given_again() throws Exception {
        Owed owed = owedCertificates.company();
        String ticket = ticket(owed);
        request(ticket, owed, fresh);
        JsonNode issued = issued(ticket);
        database.sql("create or replace function no_mark() returns trigger as $$ begin raise exception 'killed'; end $$"
                        + " language plpgsql")
                .update();
        database.sql("create trigger no_mark before update on rekey for each row when (new.item = '" + owed.item()
                        + "' and new.stage = 'CONFIRMED') execute function no_mark()")
                .update();
        try {
            assertThat(statusOf(() -> confirm(ticket, issued, fresh))).isEqualTo(500);
        } finally {
            database.sql("drop trigger no_mark on rekey").update();
        }
        assertThat(rekeys.one(owed.administrator(), owed.item()).stage()).isEqualTo(RekeyStage.ISSUED);
        assertThat(certificates.one(SYSTEM, owed.pair().id()).state()).isEqualTo(CertificateState.IN_FORCE);

        String another = ticket(owed);
        JsonNode again = issued(another);
        assertThat(again.path("signingCertificate")).isEqualTo(issued.path("signingCertificate"));
        assertThat(confirm(another, again, fresh).status()).isEqualTo(200);
        awaitStage(owed, RekeyStage.OLD_REVOKED);
        assertThat(certificates.life(SYSTEM, owed.pair().id()))
                .extracting(pair -> pair.state())
                .containsExactlyInAnyOrder(CertificateState.SUPERSEDED, CertificateState.IN_FORCE);
    }

    /** A defect counts as 500, whether it is answered or thrown. */
    private static int statusOf(Callable<Said> call) throws Exception {
        try {
            return call.call().status();
        } catch (ServletException defect) {
            return 500;
        }
    }

    private byte[] lastCsr = {};

    private String ticket(Owed owed) {
        accepted(openTicket.declareAgain(owed.administrator(), owed.item(), true));
        return accepted(openTicket.open(owed.administrator(), owed.item(), "rekey", ORIGIN));
    }

    private JsonNode found(String ticket, Owed owed) throws Exception {
        return send(
                        "found",
                        ticket,
                        Map.of(
                                "keys",
                                List.of(Map.of(
                                        "keySerial",
                                        owed.pair().keySerial(),
                                        "kind",
                                        "software",
                                        "freeSlots",
                                        4,
                                        "certificates",
                                        List.of(Map.of(
                                                "role", "signing",
                                                "state", "current",
                                                "der", b64(owed.pair().signing())))))))
                .body();
    }

    private Said request(String ticket, Owed owed, TestKey key) throws Exception {
        lastCsr = request(owed.subject(), key);
        return send(owed, ticket, lastCsr);
    }

    private static byte[] request(X500Name subject, TestKey key) {
        return key.request(subject);
    }

    private Said send(Owed owed, String ticket, byte[] csr) throws Exception {
        return send(
                "request",
                ticket,
                Map.of("csr", b64(csr), "oldSignature", b64(owed.key().sign(csr))));
    }

    private JsonNode issued(String ticket) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> send("result", ticket, null), said -> said.status() == 200)
                .body();
    }

    private Said confirm(String ticket, JsonNode issued, TestKey key) throws Exception {
        return send("confirm", ticket, confirmation(issued, key));
    }

    private Map<String, Object> confirmation(JsonNode issued, TestKey key) {
        byte[] signed =
                ("yanqi-confirm\n" + ORIGIN + "\n" + issued.path("nonce").asText()).getBytes(StandardCharsets.UTF_8);
        Map<String, Object> body = new HashMap<>();
        body.put("signingCertificate", issued.path("signingCertificate").asText());
        body.put("encryptionCertificate", issued.path("encryptionCertificate").asText());
        body.put("signature", b64(key.sign(signed)));
        return body;
    }

    private Said send(String path, String ticket, @Nullable Map<String, ?> body) throws Exception {
        return raw(path, ticket, body == null ? null : json.writeValueAsBytes(body));
    }

    private Said raw(String path, String ticket, byte @Nullable [] body) throws Exception {
        MockHttpServletRequestBuilder call = body == null
                ? MockMvcRequestBuilders.get("/api/agent/" + path)
                : MockMvcRequestBuilders.post("/api/agent/" + path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        MockHttpServletResponse answer = http.perform(call.header("Authorization", "Ticket " + ticket))
                .andReturn()
                .getResponse();
        byte[] content = answer.getContentAsByteArray();
        return new Said(answer.getStatus(), content.length == 0 ? json.createObjectNode() : json.readTree(content));
    }

    private void awaitStage(Owed owed, RekeyStage stage) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rekeys.one(owed.administrator(), owed.item()).stage() == stage);
    }

    private static <T> T accepted(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }

    private static String b64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

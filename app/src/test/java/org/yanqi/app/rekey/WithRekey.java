package org.yanqi.app.rekey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.rekey.RekeyStage;
import org.yanqi.process.rekey.Rekeys;
import org.yanqi.process.rekey.SettleRekey;
import org.yanqi.process.worklist.ClaimWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;

/** The update of a key as the agent and the desk live it: an order that owes one, and the agent's calls. */
@OnPostgres
@Import(OwedCertificates.class)
abstract class WithRekey {
    static final String ORIGIN = "http://localhost:8080";
    static final Actor SYSTEM = Actor.system("test");
    static final Actor DESK =
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
    private WebApplicationContext context;

    @Autowired
    JdbcClient database;

    final ObjectMapper json = new ObjectMapper();
    final TestKey fresh = TestKey.sm2();
    private MockMvc http;

    @BeforeEach
    void door() {
        http = MockMvcBuilders.webAppContextSetup(context).build();
    }

    record Said(int status, JsonNode body) {
        String code() {
            return body.path("code").asText();
        }
    }

    byte[] lastCsr = {};

    String ticket(Owed owed) {
        accepted(openTicket.declareAgain(owed.administrator(), owed.item(), true));
        return accepted(openTicket.open(owed.administrator(), owed.item(), "rekey", ORIGIN));
    }

    JsonNode found(String ticket, Owed owed) throws Exception {
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

    Said request(String ticket, Owed owed, TestKey key) throws Exception {
        lastCsr = request(owed.subject(), key);
        return send(owed, ticket, lastCsr);
    }

    static byte[] request(X500Name subject, TestKey key) {
        return key.request(subject);
    }

    Said send(Owed owed, String ticket, byte[] csr) throws Exception {
        return send(
                "request",
                ticket,
                Map.of("csr", b64(csr), "oldSignature", b64(owed.key().sign(csr))));
    }

    JsonNode issued(String ticket) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> send("result", ticket, null), said -> said.status() == 200)
                .body();
    }

    Said confirm(String ticket, JsonNode issued, TestKey key) throws Exception {
        return send("confirm", ticket, confirmation(issued, key));
    }

    Map<String, Object> confirmation(JsonNode issued, TestKey key) {
        byte[] signed =
                ("yanqi-confirm\n" + ORIGIN + "\n" + issued.path("nonce").asText()).getBytes(StandardCharsets.UTF_8);
        Map<String, Object> body = new HashMap<>();
        body.put("signingCertificate", issued.path("signingCertificate").asText());
        body.put("encryptionCertificate", issued.path("encryptionCertificate").asText());
        body.put("signature", b64(key.sign(signed)));
        return body;
    }

    Said send(String path, String ticket, @Nullable Map<String, ?> body) throws Exception {
        return raw(path, ticket, body == null ? null : json.writeValueAsBytes(body));
    }

    Said raw(String path, String ticket, byte @Nullable [] body) throws Exception {
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

    void awaitStage(Owed owed, RekeyStage stage) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rekeys.one(owed.administrator(), owed.item()).stage() == stage);
    }

    static <T> T accepted(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }

    static String b64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

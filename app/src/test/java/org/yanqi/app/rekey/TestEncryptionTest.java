package org.yanqi.app.rekey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.yanqi.app.OnPostgres;
import org.yanqi.app.ca.TestKey;
import org.yanqi.app.rekey.OwedCertificates.Owed;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.rekey.SelfTestResult;
import org.yanqi.process.rekey.TestEncryption;

/** The encrypt/decrypt self-test of a key (R4), as the agent and the holder live it. */
@OnPostgres
@Import(OwedCertificates.class)
class TestEncryptionTest {
    private static final String ORIGIN = "http://localhost:8080";

    @Autowired
    OwedCertificates owedCertificates;

    @Autowired
    TestEncryption tests;

    @Autowired
    OpenTicket openTicket;

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    private final ObjectMapper json = new ObjectMapper();
    private final TestKey key = TestKey.rsa(2048);
    private MockMvc http;

    @BeforeEach
    void door() {
        http = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void a_key_that_opens_the_message_has_passed_and_it_is_on_the_record() throws Exception {
        Owed owed = owedCertificates.company(key);
        String ticket = ticket(owed);
        byte[] message = opened(ticket);
        assertThat(new String(message, 0, 16, StandardCharsets.US_ASCII)).isEqualTo("yanqi-self-test\n");
        assertThat(message).hasSize(48);

        assertThat(post(ticket, Map.of("plaintext", message)).getStatus()).isEqualTo(204);
        assertThat(post(ticket, Map.of("plaintext", message)).getStatus()).isEqualTo(204);

        assertThat(last(owed).passed()).isTrue();
        assertThat(recorded(owed, "encryption-tested")).isEqualTo(1);
    }

    @Test
    void another_message_is_a_failure_that_the_right_one_does_not_undo() throws Exception {
        Owed owed = owedCertificates.company(key);
        String ticket = ticket(owed);
        byte[] message = opened(ticket);
        byte[] other = message.clone();
        other[40] ^= 1;

        MockHttpServletResponse refused = post(ticket, Map.of("plaintext", other));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("not-decrypted");
        assertThat(post(ticket, Map.of("plaintext", message)).getStatus()).isEqualTo(400);
        assertThat(last(owed).failure()).isEqualTo("not-decrypted");

        String second = ticket(owed);
        post(second, Map.of("plaintext", opened(second)));
        assertThat(last(owed).passed()).as("a test of its own").isTrue();
    }

    @Test
    void what_the_agent_tells_of_a_failure_is_on_the_record() throws Exception {
        Owed owed = owedCertificates.company(key);
        assertThat(post(ticket(owed), Map.of("failure", "key-removed")).getStatus())
                .isEqualTo(204);
        assertThat(last(owed).failure()).isEqualTo("key-removed");
        assertThat(recorded(owed, "encryption-test-failed")).isEqualTo(1);
    }

    @Test
    void only_the_holder_tests_a_key_and_only_with_a_ticket_for_it() throws Exception {
        Owed owed = owedCertificates.company(key);
        Owed another = owedCertificates.company();
        assertThatThrownBy(() -> tests.open(another.administrator(), owed.pair().id(), ORIGIN))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tests.last(another.administrator(), owed.pair().id()))
                .isInstanceOf(NotFound.class);
        String read = accepted(openTicket.open(owed.administrator(), owed.item(), "read", ORIGIN));
        assertThat(post(read, Map.of("plaintext", new byte[48])).getStatus()).isEqualTo(401);
        String ticket = ticket(owed);
        for (String body : new String[] {"", "{", "[]", "{}", "{\"plaintext\":1}", "{\"plaintext\":\"%\"}"}) {
            assertThat(post(ticket, body.getBytes(StandardCharsets.UTF_8)).getStatus())
                    .as(body)
                    .isEqualTo(400);
        }
        database.sql("update key_self_test set expires = opened where certificate = ?")
                .param(owed.pair().id())
                .update();
        assertThat(post(ticket, Map.of("plaintext", opened(ticket))).getStatus())
                .isEqualTo(401);
    }

    private String ticket(Owed owed) {
        return accepted(tests.open(owed.administrator(), owed.pair().id(), ORIGIN));
    }

    private byte[] opened(String ticket) throws Exception {
        byte[] challenge = Base64.getDecoder()
                .decode(SignedJWT.parse(ticket).getJWTClaimsSet().getStringClaim("challenge"));
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                key.pair().getPrivate(),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        return cipher.doFinal(challenge);
    }

    private SelfTestResult last(Owed owed) {
        return tests.last(owed.administrator(), owed.pair().id()).orElseThrow();
    }

    private long recorded(Owed owed, String verb) {
        return database.sql("select count(*) from record_entry where verb = ? and subject = ?")
                .param(verb)
                .param("certificate " + owed.pair().serial())
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse post(String ticket, Map<String, ?> body) throws Exception {
        return post(ticket, json.writeValueAsBytes(body));
    }

    private MockHttpServletResponse post(String ticket, byte[] body) throws Exception {
        return http.perform(MockMvcRequestBuilders.post("/api/agent/self-test")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Authorization", "Ticket " + ticket)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private static <T> T accepted(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }
}

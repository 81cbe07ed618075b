package org.yanqi.app.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.yanqi.app.ca.TestKey;
import org.yanqi.app.rekey.OwedCertificates.Owed;
import org.yanqi.process.rekey.RekeyStage;

/** What a request for a new certificate must prove, and what bytes that prove nothing get. */
class RekeyRequestTest extends WithRekey {
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
}

package org.yanqi.app.rekey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ServletException;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yanqi.app.ca.TestKey;
import org.yanqi.app.rekey.OwedCertificates.Owed;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.rekey.Rekey;
import org.yanqi.process.rekey.RekeyStage;

/** The update of a key when all goes well, and who may begin one. */
class RekeyTest extends WithRekey {
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
    void an_rsa_key_gets_one_certificate_for_both_places() throws Exception {
        oneCertificateFor(TestKey.rsa(2048), TestKey.rsa(2048));
    }

    @Test
    void so_does_a_longer_one() throws Exception {
        oneCertificateFor(TestKey.rsa(3072), TestKey.rsa(3072));
    }

    private void oneCertificateFor(TestKey first, TestKey second) throws Exception {
        Owed owed = owedCertificates.company(first);
        String ticket = ticket(owed);
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
}

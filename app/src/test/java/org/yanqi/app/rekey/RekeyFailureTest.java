package org.yanqi.app.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yanqi.app.ca.TestKey;
import org.yanqi.app.rekey.OwedCertificates.Owed;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.rekey.RekeyStage;

/** An update that fails on the way comes to the desk, is taken up again, put off or given up. */
class RekeyFailureTest extends WithRekey {
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
}

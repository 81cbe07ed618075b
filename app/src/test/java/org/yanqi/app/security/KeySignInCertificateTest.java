package org.yanqi.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.yanqi.app.ca.TestKey;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;
import org.yanqi.process.certificate.port.CertificateAuthority.Standing;
import org.yanqi.process.certificate.port.CertificateAuthority.State;
import org.yanqi.process.record.Role;

/** Which certificates sign in: those the house knows, in force by its own books and by the authority's word. */
class KeySignInCertificateTest extends WithKeySignIn {
    @Test
    void a_renewed_key_signs_in_to_the_same_account_and_the_superseded_certificate_does_not() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        var fresh = TestKey.sm2();
        var subject = new X500Name(who.pair().subject());
        Reply.Issued issued = (Reply.Issued) authority.enrol(
                "enrol-" + UUID.randomUUID(),
                who.pair().subject(),
                fresh.request(subject),
                fresh.algorithm(),
                clock.instant().minusSeconds(60),
                clock.instant().plus(Duration.ofDays(365)));
        var caseId = UUID.randomUUID();
        var next =
                life.issued(SYSTEM, caseId, who.pair().id(), UUID.randomUUID(), issued.signing(), issued.encryption());
        var renewed = new Somebody(who.login(), who.person(), who.organisation(), fresh, next);
        assertThat(answer(opened(new MockHttpSession()).ticket(), renewed).code())
                .isEqualTo("certificate-not-confirmed");
        life.confirmed(SYSTEM, caseId, next.id());
        life.superseded(SYSTEM, caseId, who.pair().id(), next.id());
        assertThat(answer(opened(new MockHttpSession()).ticket(), who))
                .isEqualTo(new Said(403, "certificate-superseded"));
        assertThat(isOnRecord(who.pair().serial(), "key-sign-in-refused")).isTrue();
        var session = new MockHttpSession();
        assertThat(answer(opened(session).ticket(), renewed).status()).isEqualTo(204);
        assertThat(goesIn(session)).isEqualTo("/");
        assertThat(isOnRecord(who.login(), "signed-in-by-key")).isTrue();
    }

    @Test
    void what_the_authority_revoked_or_never_issued_does_not_sign_in() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        authority.revoke(who.pair().signing(), CertificateAuthority.Reason.KEY_COMPROMISE);
        assertThat(answer(opened(new MockHttpSession()).ticket(), who).code()).isEqualTo("certificate-revoked");
        var other = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        Standing never = new Standing(State.UNKNOWN, clock.instant(), null, null, null, List.of());
        doReturn(never).when(authority).standing(any());
        assertThat(answer(opened(new MockHttpSession()).ticket(), other).code()).isEqualTo("certificate-unknown");
    }

    @Test
    void a_silent_authority_leaves_it_unknown_and_nobody_gets_in() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        doThrow(new CertificateAuthority.NoAnswer("down", new IOException()))
                .when(authority)
                .standing(any());
        var session = new MockHttpSession();
        assertThat(answer(opened(session).ticket(), who)).isEqualTo(new Said(403, "status-unknown"));
        assertThat(goesIn(session)).isEqualTo("/login?key-gone");
        assertThat(isOnRecord(who.pair().serial(), "key-sign-in-refused")).isTrue();
        assertThat(isOnRecord(who.pair().serial(), "key-sign-in-state-unknown")).isFalse();
    }

    @Test
    void a_certificate_must_hang_on_the_authoritys_own_chain() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        var other = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.rsa(2048));
        List<byte[]> foreign = authority.standing(other.pair().signing()).chain();
        doReturn(new Standing(State.GOOD, clock.instant(), null, null, null, foreign))
                .when(authority)
                .standing(any());
        assertThat(answer(opened(new MockHttpSession()).ticket(), who).code()).isEqualTo("certificate-untrusted");
    }

    @Test
    void a_certificate_that_nobody_entered_is_unknown() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        var stranger = TestKey.sm2();
        Reply.Issued issued = (Reply.Issued) authority.enrol(
                "enrol-" + UUID.randomUUID(),
                who.pair().subject(),
                stranger.request(new X500Name(who.pair().subject())),
                stranger.algorithm(),
                clock.instant().minusSeconds(60),
                clock.instant().plus(Duration.ofDays(30)));
        var ticket = opened(new MockHttpSession()).ticket();
        assertThat(answer(ticket, issued.signing(), signature(ticket, stranger, issued.signing()))
                        .code())
                .isEqualTo("certificate-unknown");
    }
}

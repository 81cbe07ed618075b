package org.yanqi.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.yanqi.app.ca.TestKey;
import org.yanqi.process.record.Role;
import org.yanqi.process.signin.SignedChallenge;
import org.yanqi.process.signin.TakeSignIn;

/** A challenge is answered by a key, once, for one page and one session. */
class KeySignInTest extends WithKeySignIn {
    @Test
    void an_sm2_key_opens_a_new_session_and_stands_on_the_record() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        var session = new MockHttpSession();
        var before = session.getId();
        var opened = opened(session);
        assertThat(answer(opened.ticket(), who).status()).isEqualTo(204);
        assertThat(outcomes.look(opened.id(), opened.secret()).stand()).isEqualTo(TakeSignIn.Stand.PROVEN);
        assertThat(goesIn(session)).isEqualTo("/");
        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(isSignedIn(session)).isTrue();
        assertThat(isOnRecord(who.login(), "signed-in-by-key")).isTrue();
    }

    @Test
    void an_rsa_key_opens_as_well() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.rsa(2048));
        var session = new MockHttpSession();
        assertThat(answer(opened(session).ticket(), who).status()).isEqualTo(204);
        assertThat(goesIn(session)).isEqualTo("/");
    }

    @Test
    void the_proof_opens_the_session_that_asked_and_no_other_and_only_once() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        var session = new MockHttpSession();
        var opened = opened(session);
        answer(opened.ticket(), who);
        var thief = new MockHttpSession();
        assertThat(goesIn(thief)).isEqualTo("/login?key-gone");
        thief.setAttribute(KeyChallenge.ATTRIBUTE, new KeyChallenge(opened.id(), "guessed"));
        assertThat(goesIn(thief)).isEqualTo("/login?key-gone");
        assertThat(goesIn(session)).isEqualTo("/");
        assertThat(outcomes.take(opened.id(), opened.secret())).isEmpty();
    }

    @Test
    void a_nonce_is_used_by_the_first_proof_and_the_same_proof_again_gets_the_same_answer() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        var opened = opened(new MockHttpSession());
        byte[] signature = signature(opened.ticket(), who.key(), who.pair().signing());
        byte[] certificate = who.pair().signing();
        assertThat(answer(opened.ticket(), certificate, signature).status()).isEqualTo(204);
        assertThat(answer(opened.ticket(), certificate, signature).status()).isEqualTo(204);
        // SM2 signatures are randomised: signed again, it is another proof
        assertThat(answer(opened.ticket(), who)).isEqualTo(new Said(403, "challenge-used"));
    }

    @Test
    void a_challenge_is_gone_after_its_minutes() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        var session = new MockHttpSession();
        var opened = opened(session);
        answer(opened.ticket(), who);
        var late = opened(new MockHttpSession());
        database.sql("update sign_in_challenge set expires = opened where id in (?, ?)")
                .params(opened.id(), late.id())
                .update();
        assertThat(goesIn(session)).isEqualTo("/login?key-gone");
        assertThat(answer(late.ticket(), who)).isEqualTo(new Said(401, "ticket-expired"));
    }

    @Test
    void what_another_key_signed_or_for_another_page_proves_nothing() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        byte[] certificate = who.pair().signing();
        var one = opened(new MockHttpSession()).ticket();
        assertThat(answer(one, certificate, signature(one, TestKey.sm2(), certificate)))
                .isEqualTo(new Said(403, "signature-wrong"));
        var two = opened(new MockHttpSession()).ticket();
        var nonce = SignedJWT.parse(two).getJWTClaimsSet().getStringClaim("nonce");
        var elsewhere = SignedChallenge.of(
                new X509CertificateHolder(certificate).getSubjectPublicKeyInfo(), "https://evil.example", nonce);
        assertThat(answer(two, certificate, who.key().sign(elsewhere)).code()).isEqualTo("signature-wrong");
        var three = opened(new MockHttpSession()).ticket();
        assertThat(answer(three, certificate, who.key().sign(nonce.getBytes(StandardCharsets.US_ASCII)))
                        .code())
                .isEqualTo("signature-wrong");
        assertThat(answer(three.substring(0, three.length() - 4) + "AAAA", who).code())
                .isEqualTo("ticket-invalid");
        assertThat(answer(opened(new MockHttpSession()).ticket(), new byte[] {1, 2}, new byte[0])
                        .code())
                .isEqualTo("signature-wrong");
    }
}

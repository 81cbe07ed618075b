package org.yanqi.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.yanqi.app.ca.TestKey;
import org.yanqi.process.record.Role;

/** Roles that need more than one proof are led on to the other one. */
class KeySignInFactorsTest extends WithKeySignIn {
    @Test
    void a_password_of_a_role_that_needs_the_key_leads_on_to_the_key() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        var session = new MockHttpSession();
        assertThat(typesPassword(session, who.login())).isEqualTo("/login?key");
        assertThat(isSignedIn(session)).isFalse();
        assertThat(isOnRecord(who.login(), "sign-in-asks-key")).isTrue();
        var other = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        answer(opened(session).ticket(), other);
        assertThat(goesIn(session)).isEqualTo("/login?key-other");
        answer(opened(session).ticket(), who);
        assertThat(goesIn(session)).doesNotContain("/login");
        assertThat(isSignedIn(session)).isTrue();
    }

    @Test
    void a_key_of_a_role_that_needs_the_password_asks_the_password() throws Exception {
        var who = somebody(Role.HOLDER, TestKey.sm2());
        var session = new MockHttpSession();
        answer(opened(session).ticket(), who);
        assertThat(goesIn(session)).isEqualTo("/login?password");
        assertThat(isSignedIn(session)).isFalse();
        assertThat(typesPassword(session, who.login())).doesNotContain("/login");
        assertThat(isSignedIn(session)).isTrue();
    }

    @Test
    void half_a_sign_in_is_forgotten_after_minutes() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        var session = new MockHttpSession();
        session.setAttribute(
                HalfSignIn.ATTRIBUTE,
                new HalfSignIn(who.login(), SignInFactor.KEY, clock.instant().minusSeconds(301)));
        assertThat(typesPassword(session, who.login())).isEqualTo("/login?key");
    }
}

package org.yanqi.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpSession;
import org.yanqi.app.ca.TestKey;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.Standing;
import org.yanqi.process.certificate.port.CertificateAuthority.State;
import org.yanqi.process.record.Role;
import org.yanqi.process.signin.SignInProperties;

/** Where a silent authority keeps nobody out, the house's own books decide, and the record says so. */
class KeySignInSoftTest extends WithKeySignIn {

    /** An application of its own for one property would take longer than all its tests. */
    @BeforeEach
    void soft() {
        assertThat(settings.neverSoftFail()).isTrue();
        doReturn(new Binder(new MapConfigurationPropertySource(Map.of("yanqi.sign-in.never-soft-fail", "false")))
                        .bind("yanqi.sign-in", SignInProperties.class)
                        .get()
                        .neverSoftFail())
                .when(settings)
                .neverSoftFail();
    }

    @Test
    void a_silent_authority_keeps_nobody_out_whom_the_house_holds_in_force_and_the_record_says_so() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        silence();
        var session = new MockHttpSession();
        assertThat(answer(opened(session).ticket(), who).status()).isEqualTo(204);
        assertThat(goesIn(session)).isEqualTo("/");
        assertThat(isOnRecord(who.pair().serial(), "key-sign-in-state-unknown")).isTrue();
        assertThat(isOnRecord(who.login(), "signed-in-by-key")).isTrue();
    }

    @Test
    void what_is_not_in_force_by_the_houses_own_books_stays_out() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        database.sql("update certificate_pair set state = 'REVOKED' where id = ?")
                .param(who.pair().id())
                .update();
        silence();
        assertThat(answer(opened(new MockHttpSession()).ticket(), who)).isEqualTo(new Said(403, "certificate-revoked"));
        assertThat(isOnRecord(who.pair().serial(), "key-sign-in-state-unknown")).isFalse();
    }

    @Test
    void an_authority_that_does_not_know_the_certificate_is_not_silent() throws Exception {
        var who = somebody(Role.ORGANISATION_ADMINISTRATOR, TestKey.sm2());
        doReturn(new Standing(State.UNKNOWN, clock.instant(), null, null, null, List.of()))
                .when(authority)
                .standing(any());
        assertThat(answer(opened(new MockHttpSession()).ticket(), who)).isEqualTo(new Said(403, "certificate-unknown"));
    }

    private void silence() throws Exception {
        doThrow(new CertificateAuthority.NoAnswer("down", new IOException()))
                .when(authority)
                .standing(any());
    }
}

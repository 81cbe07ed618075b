package org.yanqi.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.yanqi.app.OnPostgres;
import org.yanqi.app.ca.TestKey;
import org.yanqi.process.account.RegisterCustomer;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.EnterCertificate;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.certificate.LifeOfPair;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;
import org.yanqi.process.certificate.port.CertificateAuthority.Standing;
import org.yanqi.process.certificate.port.CertificateAuthority.State;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.ReadTimeline;
import org.yanqi.process.record.Role;
import org.yanqi.process.signin.OpenChallenge;
import org.yanqi.process.signin.SignedChallenge;
import org.yanqi.process.signin.TakeSignIn;

/** Signing in with the key as a browser and its agent live it; administrators of organisations must, holders must give the password too. */
@OnPostgres
@TestPropertySource(
        properties = {
            "yanqi.security.second-factor.organisation-administrator=key",
            "yanqi.security.second-factor.holder=password"
        })
class KeySignInTest {
    private static final String ORIGIN = "https://renew.example.org";
    private static final String PASSWORD = "a long enough Password 1";
    private static final Actor SYSTEM = Actor.system("test");
    private static final Actor AUDITOR =
            new Actor("shenji", "shenji", Role.AUDITOR, Set.of(Role.AUDITOR), null, null, "test");

    @Autowired
    RegisterCustomer register;

    @Autowired
    EnterCertificate enter;

    @MockitoSpyBean
    CertificateAuthority authority;

    @Autowired
    LifeOfPair life;

    @Autowired
    OpenChallenge challenges;

    @Autowired
    TakeSignIn outcomes;

    @Autowired
    ReadTimeline timeline;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private final ObjectMapper json = new ObjectMapper();
    private MockMvc http;

    @BeforeEach
    void door(@Autowired WebApplicationContext context) {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    /** Somebody with an account and a key. */
    private record Somebody(String login, UUID person, UUID organisation, TestKey key, CertificatePair pair) {}

    /** What the agent was told. */
    private record Said(int status, String code) {}

    private Somebody somebody(Role role, TestKey key) throws Exception {
        String mark = UUID.randomUUID().toString().substring(0, 10);
        var company = register.organisation(SYSTEM, "沈阳" + mark, "9121" + mark, "210100", "沈阳市", "", "");
        var person = register.person(SYSTEM, "张三", "13800000001", mark + "@example.org", null);
        register.identity(SYSTEM, "k" + mark, PASSWORD, person.id(), company.id(), role);
        return new Somebody(
                "k" + mark,
                person.id(),
                company.id(),
                key,
                certificate(company.id(), person.id(), company.name(), key, clock.instant()));
    }

    private CertificatePair certificate(UUID company, UUID person, String name, TestKey key, Instant now)
            throws Exception {
        String subject = "C=CN,O=" + name + ",CN=张三";
        Reply.Issued issued = (Reply.Issued) authority.enrol(
                "enrol-" + UUID.randomUUID(),
                subject,
                key.request(new X500Name(subject)),
                key.algorithm(),
                now.minus(Duration.ofDays(330)),
                now.plus(Duration.ofDays(35)));
        return enter.enter(
                SYSTEM,
                company,
                person,
                KeyKind.MAIN,
                key.algorithm(),
                "K" + UUID.randomUUID().toString().substring(0, 8),
                issued.signing(),
                issued.encryption());
    }

    private OpenChallenge.Opened opened(MockHttpSession session) {
        var opened = challenges.open(ORIGIN, "127.0.0.1");
        session.setAttribute(KeyChallenge.ATTRIBUTE, new KeyChallenge(opened.id(), opened.secret()));
        return opened;
    }

    /** As the agent does: only what stands in the ticket is signed, with the key's own certificate beside it. */
    private Said answer(String ticket, Somebody who) throws Exception {
        return answer(
                ticket,
                who.pair().signing(),
                signature(ticket, who.key(), who.pair().signing()));
    }

    private static byte[] signature(String ticket, TestKey key, byte[] certificate) throws Exception {
        var claims = SignedJWT.parse(ticket).getJWTClaimsSet();
        assertThat(claims.getStringClaim("op")).isEqualTo("sign-in");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isLessThanOrEqualTo(300_000);
        return key.sign(SignedChallenge.of(
                new X509CertificateHolder(certificate).getSubjectPublicKeyInfo(),
                claims.getStringClaim("origin"),
                claims.getStringClaim("nonce")));
    }

    private Said answer(String ticket, byte[] certificate, byte[] signature) throws Exception {
        MockHttpServletResponse answer = http.perform(post("/api/agent/sign-in")
                        .header("Authorization", "Ticket " + ticket)
                        .contentType("application/json")
                        .content(json.writeValueAsBytes(Map.of(
                                "certificate",
                                Base64.getEncoder().encodeToString(certificate),
                                "signature",
                                Base64.getEncoder().encodeToString(signature)))))
                .andReturn()
                .getResponse();
        return new Said(answer.getStatus(), code(answer));
    }

    private String code(MockHttpServletResponse answer) throws IOException {
        return answer.getContentAsByteArray().length == 0
                ? ""
                : json.readTree(answer.getContentAsByteArray()).path("code").asText();
    }

    /** Where the session is sent when it goes in. */
    private String goesIn(MockHttpSession session) throws Exception {
        return String.valueOf(http.perform(get("/login/key").session(session))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private String typesPassword(MockHttpSession session, String login) throws Exception {
        return String.valueOf(http.perform(post("/login")
                        .session(session)
                        .with(csrf())
                        .param("username", login)
                        .param("password", PASSWORD))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    /** Only those without a session are sent elsewhere from a page that nobody gets. */
    private boolean isSignedIn(MockHttpSession session) throws Exception {
        return http.perform(get("/engine-rest").session(session))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl()
                == null;
    }

    private boolean isOnRecord(String text, String verb) {
        return timeline.latest(AUDITOR, text, null, 50).stream()
                .anyMatch(entry -> entry.verb().equals(verb));
    }

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

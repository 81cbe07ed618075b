package org.yanqi.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
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
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.ReadTimeline;
import org.yanqi.process.record.Role;
import org.yanqi.process.signin.OpenChallenge;
import org.yanqi.process.signin.SignInProperties;
import org.yanqi.process.signin.SignedChallenge;
import org.yanqi.process.signin.TakeSignIn;

/** Signing in with the key as a browser and its agent live it; administrators of organisations must, holders must give the password too. */
@OnPostgres
@TestPropertySource(
        properties = {
            "yanqi.security.second-factor.organisation-administrator=key",
            "yanqi.security.second-factor.holder=password"
        })
abstract class WithKeySignIn {
    private static final String ORIGIN = "https://renew.example.org";
    private static final String PASSWORD = "a long enough Password 1";
    static final Actor SYSTEM = Actor.system("test");
    static final Actor AUDITOR = new Actor("shenji", "shenji", Role.AUDITOR, Set.of(Role.AUDITOR), null, null, "test");

    @Autowired
    RegisterCustomer register;

    @Autowired
    EnterCertificate enter;

    @MockitoSpyBean
    CertificateAuthority authority;

    @MockitoSpyBean
    SignInProperties settings;

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
    record Somebody(String login, UUID person, UUID organisation, TestKey key, CertificatePair pair) {}

    /** What the agent was told. */
    record Said(int status, String code) {}

    Somebody somebody(Role role, TestKey key) throws Exception {
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

    OpenChallenge.Opened opened(MockHttpSession session) {
        var opened = challenges.open(ORIGIN, "127.0.0.1");
        session.setAttribute(KeyChallenge.ATTRIBUTE, new KeyChallenge(opened.id(), opened.secret()));
        return opened;
    }

    /** As the agent does: only what stands in the ticket is signed, with the key's own certificate beside it. */
    Said answer(String ticket, Somebody who) throws Exception {
        return answer(
                ticket,
                who.pair().signing(),
                signature(ticket, who.key(), who.pair().signing()));
    }

    static byte[] signature(String ticket, TestKey key, byte[] certificate) throws Exception {
        var claims = SignedJWT.parse(ticket).getJWTClaimsSet();
        assertThat(claims.getStringClaim("op")).isEqualTo("sign-in");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isLessThanOrEqualTo(300_000);
        return key.sign(SignedChallenge.of(
                new X509CertificateHolder(certificate).getSubjectPublicKeyInfo(),
                claims.getStringClaim("origin"),
                claims.getStringClaim("nonce")));
    }

    Said answer(String ticket, byte[] certificate, byte[] signature) throws Exception {
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
    String goesIn(MockHttpSession session) throws Exception {
        return String.valueOf(http.perform(get("/login/key").session(session))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    String typesPassword(MockHttpSession session, String login) throws Exception {
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
    boolean isSignedIn(MockHttpSession session) throws Exception {
        return http.perform(get("/engine-rest").session(session))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl()
                == null;
    }

    boolean isOnRecord(String text, String verb) {
        return timeline.latest(AUDITOR, text, null, 50).stream()
                .anyMatch(entry -> entry.verb().equals(verb));
    }
}

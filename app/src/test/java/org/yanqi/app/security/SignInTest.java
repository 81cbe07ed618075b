package org.yanqi.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.ReadTimeline;
import org.yanqi.process.record.Role;

/** Who gets a session, and what comes with it. */
@OnPostgres
class SignInTest {
    private static final Actor ADMINISTRATOR =
            new Actor("guanli", "guanli", Role.ADMINISTRATOR, Set.of(Role.ADMINISTRATOR), null, null, "test");
    private static final Actor AUDITOR =
            new Actor("shenji", "shenji", Role.AUDITOR, Set.of(Role.AUDITOR), null, null, "test");

    @Autowired
    private Accounts accounts;

    @Autowired
    private ReadTimeline timeline;

    private MockMvc http;
    private String login = "";
    private String password = "";

    @BeforeEach
    void someone(@Autowired WebApplicationContext context) {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        login = "s" + UUID.randomUUID().toString().substring(0, 8);
        var created = accounts.createStaff(ADMINISTRATOR, login, "测试", login + "@example.org", Set.of(Role.FINANCE));
        password = ((Outcome.Accepted<Accounts.Created>) created).value().oneTimePassword();
    }

    private MvcResult signIn(String with, MockHttpSession session) throws Exception {
        return http.perform(post("/login")
                        .session(session)
                        .with(csrf())
                        .param("username", login)
                        .param("password", with))
                .andReturn();
    }

    private String goesTo(String with) throws Exception {
        return String.valueOf(signIn(with, new MockHttpSession()).getResponse().getRedirectedUrl());
    }

    @Test
    void the_right_password_opens_a_new_session() throws Exception {
        var session = new MockHttpSession();
        var before = session.getId();

        var result = signIn(password, session);

        assertThat(result.getResponse().getRedirectedUrl()).doesNotContain("/login");
        assertThat(result.getRequest().getSession().getId()).isNotEqualTo(before);
        assertThat(timeline.latest(AUDITOR, login, null, 20))
                .anyMatch(entry -> entry.verb().equals("signed-in"));
    }

    @Test
    void a_wrong_password_is_refused_and_on_the_record() throws Exception {
        assertThat(goesTo("not the password")).endsWith("/login?error");
        assertThat(timeline.latest(AUDITOR, login, null, 20))
                .anyMatch(entry -> entry.verb().equals("sign-in-refused"));
    }

    @Test
    void guessing_is_slowed_down_even_for_the_right_guess() throws Exception {
        for (var guess = 0; guess < 5; guess++) {
            assertThat(goesTo("guess " + guess)).endsWith("/login?error");
        }

        assertThat(goesTo(password)).endsWith("/login?throttled");
    }

    @Test
    void a_disabled_account_does_not_get_in() throws Exception {
        accounts.setEnabled(ADMINISTRATOR, login, false);

        assertThat(goesTo(password)).endsWith("/login?error");
    }

    @Test
    void disabling_an_account_ends_the_session_that_is_open() throws Exception {
        var session = (MockHttpSession)
                signIn(password, new MockHttpSession()).getRequest().getSession();
        assertThat(sentElsewhere(session)).isNull();

        accounts.setEnabled(ADMINISTRATOR, login, false);

        assertThat(sentElsewhere(session)).isEqualTo("/login?session-over");
    }

    /** Where somebody is sent instead of being refused a page that nobody gets: only those without a session are. */
    private @Nullable String sentElsewhere(MockHttpSession session) throws Exception {
        return http.perform(get("/engine-rest").session(session))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    @Test
    void a_sign_in_from_another_site_is_refused() throws Exception {
        var answer = http.perform(post("/login")
                        .header("Host", "ca.example.cn")
                        .header("Origin", "https://evil.example")
                        .param("username", login)
                        .param("password", password))
                .andReturn()
                .getResponse();

        assertThat(answer.getRedirectedUrl()).endsWith("/login?error");
    }

    @Test
    void pages_come_with_the_headers_that_keep_others_out() throws Exception {
        MockHttpServletResponse answer =
                http.perform(get("/engine-rest").secure(true)).andReturn().getResponse();

        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Strict-Transport-Security")).contains("max-age");
    }

    @Test
    void figures_are_for_administrators_only() throws Exception {
        assertThat(http.perform(get("/actuator/prometheus"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }
}

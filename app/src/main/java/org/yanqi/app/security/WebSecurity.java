package org.yanqi.app.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategyConfiguration;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.yanqi.process.signin.TakeSignIn;

/** The filter chains: machines without a session, people with one. Screens that are pushed to know their session's account too. */
@Configuration(proxyBeanMethods = false)
@Import(VaadinAwareSecurityContextHolderStrategyConfiguration.class)
class WebSecurity {
    private static final int SESSIONS_AT_MOST = 10;

    /** Callbacks and the key agent prove each request by a signature or a ticket; they have no session and no CSRF token. */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**", "/ca/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'none'")))
                .build();
    }

    /** Whether the house lives is for everybody to ask; details and figures are for administrators. */
    @Bean
    @Order(2)
    SecurityFilterChain operations(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                "/actuator/health",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness")
                        .permitAll()
                        .anyRequest()
                        .hasRole("ADMINISTRATOR"))
                .httpBasic(Customizer.withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(
            HttpSecurity http,
            SecurityProperties properties,
            SignInThrottle throttle,
            SignInEnds signInEnds,
            SessionGuard guard,
            SessionRegistry sessions,
            KeySignIn keySignIn)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        "/style/**",
                        "/images/**",
                        "/icons/**",
                        "/favicon.ico",
                        "/robots.txt",
                        "/error",
                        "/downloads/**")
                .permitAll()
                .requestMatchers("/engine-rest/**", "/camunda/**", "/h2-console/**")
                .denyAll());
        http.with(vaadin(), configurer -> configurer.loginView("/login", "/login?signed-out"));
        http.formLogin(form -> form.loginPage("/login")
                .loginProcessingUrl("/login")
                .authenticationDetailsSource(SignInDetails::new)
                .failureHandler(signInEnds)
                .permitAll());
        http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId())
                .maximumSessions(SESSIONS_AT_MOST)
                .sessionRegistry(sessions)
                .expiredUrl("/login?session-over"));
        http.addFilterBefore(keySignIn, UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(throttle, UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(guard, AuthorizationFilter.class);
        http.headers(
                headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy(properties.agentUrl())))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")));
        return http.build();
    }

    /** Vaadin needs inline scripts and styles; all else is narrow. The page talks to the key agent and to nobody else. */
    private static String policy(String agentUrl) {
        return "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss: " + agentUrl + "; "
                + "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'";
    }

    @Bean
    KeySignIn keySignIn(
            TakeSignIn proofs,
            AccountDetails accounts,
            SecondFactor secondFactor,
            SignInEnds ends,
            SessionRegistry sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        return new KeySignIn(proofs, accounts, secondFactor, ends, sessions, SESSIONS_AT_MOST, events, clock);
    }

    /** The security chain calls it; the container must not do so once more. */
    @Bean
    FilterRegistrationBean<KeySignIn> keySignInOnlyInTheChain(KeySignIn filter) {
        var bean = new FilterRegistrationBean<>(filter);
        bean.setEnabled(false);
        return bean;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }
}

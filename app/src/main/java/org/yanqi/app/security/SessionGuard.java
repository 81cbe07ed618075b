package org.yanqi.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.userdetails.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yanqi.process.account.AccountDisabled;

/** Ends sessions that last too long and those of disabled accounts (ASVS 5.0, 7.3 and 7.4). */
@Component
class SessionGuard extends OncePerRequestFilter {
    private final SecurityProperties properties;
    private final SessionRegistry sessions;
    private final Clock clock;

    SessionGuard(SecurityProperties properties, SessionRegistry sessions, Clock clock) {
        this.properties = properties;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && clock.instant()
                        .isAfter(Instant.ofEpochMilli(session.getCreationTime()).plus(properties.sessionAtMost()))) {
            session.invalidate();
            response.sendRedirect(request.getContextPath() + "/login?session-over");
            return;
        }
        chain.doFilter(request, response);
    }

    @TransactionalEventListener
    void end(AccountDisabled disabled) {
        sessions.getAllPrincipals().stream()
                .filter(principal ->
                        principal instanceof User user && user.getUsername().equals(disabled.login()))
                .flatMap(principal -> sessions.getAllSessions(principal, false).stream())
                .forEach(session -> session.expireNow());
    }
}

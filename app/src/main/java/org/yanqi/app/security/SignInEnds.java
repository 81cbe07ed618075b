package org.yanqi.app.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** What follows a sign-in: the record knows of it, the throttle counts it, the browser goes where it wanted to go. */
@Component
class SignInEnds implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final int LONGEST_LOGIN = 60;

    private final AppendToRecord log;
    private final SignInThrottle throttle;
    private final Clock clock;
    private final SavedRequestAwareAuthenticationSuccessHandler goOn =
            new SavedRequestAwareAuthenticationSuccessHandler();

    SignInEnds(AppendToRecord log, SignInThrottle throttle, Clock clock) {
        this.log = log;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        throttle.succeeded(request);
        request.getSession().setAttribute(SessionGuard.SIGNED_IN_AT, clock.instant());
        append(who.getName(), request, "signed-in");
        goOn.onAuthenticationSuccess(request, response, who);
    }

    @Override
    @Transactional
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        throttle.failed(request);
        var tried = request.getParameter("username");
        append(tried == null ? "" : tried.strip(), request, "sign-in-refused");
        response.sendRedirect(request.getContextPath() + "/login?error");
    }

    private void append(String login, HttpServletRequest request, String verb) {
        var name = login.length() > LONGEST_LOGIN ? login.substring(0, LONGEST_LOGIN) : login;
        log.append(Actor.outside(name, request.getRemoteAddr()), null, "account " + name, verb, Map.of("login", name));
    }
}

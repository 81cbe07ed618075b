package org.yanqi.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/**
 * What follows a sign-in: the record knows of it and the throttle counts it. A success is heard as an event, because
 * Vaadin's configurer brings the handler that leads back to where the browser wanted to go.
 */
@Component
class SignInEnds implements AuthenticationFailureHandler {
    private static final int LONGEST_LOGIN = 60;

    private final AppendToRecord log;
    private final SignInThrottle throttle;

    SignInEnds(AppendToRecord log, SignInThrottle throttle) {
        this.log = log;
        this.throttle = throttle;
    }

    @EventListener
    @Transactional
    public void succeeded(InteractiveAuthenticationSuccessEvent event) {
        var who = event.getAuthentication();
        throttle.succeeded(who.getName());
        var from =
                who.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
        append(who.getName(), from, "signed-in");
    }

    @Override
    @Transactional
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        throttle.failed(request);
        var tried = request.getParameter("username");
        append(tried == null ? "" : tried.strip(), request.getRemoteAddr(), "sign-in-refused");
        response.sendRedirect(request.getContextPath() + "/login?error");
    }

    private void append(String login, String from, String verb) {
        var name = login.length() > LONGEST_LOGIN ? login.substring(0, LONGEST_LOGIN) : login;
        log.append(Actor.outside(name, from), null, "account " + name, verb, Map.of("login", name));
    }
}

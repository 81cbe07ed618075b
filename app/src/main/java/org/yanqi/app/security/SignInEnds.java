package org.yanqi.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
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
    private final Clock clock;

    SignInEnds(AppendToRecord log, SignInThrottle throttle, Clock clock) {
        this.log = log;
        this.throttle = throttle;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void succeeded(InteractiveAuthenticationSuccessEvent event) {
        var who = event.getAuthentication();
        throttle.succeeded(who.getName());
        var from =
                who.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
        if (who instanceof PreAuthenticatedAuthenticationToken byKey) {
            append(who.getName(), from, "signed-in-by-key", Map.of("serial", String.valueOf(byKey.getCredentials())));
        } else {
            append(who.getName(), from, "signed-in", Map.of());
        }
    }

    @Override
    @Transactional
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof SecondFactorNeeded needed) {
            goOn(request, response, needed);
            return;
        }
        if (request.getRequestURI().endsWith(KeySignIn.ENTRANCE)) {
            append("", request.getRemoteAddr(), "sign-in-refused", Map.of());
            var sentence = why instanceof KeySignIn.KeyOfAnotherAccount ? "key-other" : "key-gone";
            response.sendRedirect(request.getContextPath() + "/login?" + sentence);
            return;
        }
        throttle.failed(request);
        var tried = request.getParameter("username");
        append(tried == null ? "" : tried.strip(), request.getRemoteAddr(), "sign-in-refused", Map.of());
        response.sendRedirect(request.getContextPath() + "/login?error");
    }

    /** Half of it is proven: kept in the session, under a new id, while the page asks for the rest. */
    private void goOn(HttpServletRequest request, HttpServletResponse response, SecondFactorNeeded needed)
            throws IOException {
        var session = request.getSession();
        request.changeSessionId();
        session.setAttribute(HalfSignIn.ATTRIBUTE, new HalfSignIn(needed.login(), needed.given(), clock.instant()));
        append(
                needed.login(),
                request.getRemoteAddr(),
                needed.given() == SignInFactor.KEY ? "sign-in-asks-password" : "sign-in-asks-key",
                Map.of());
        var where = needed.missing() == SignInFactor.KEY ? "key" : "password";
        response.sendRedirect(request.getContextPath() + "/login?" + where);
    }

    private void append(String login, String from, String verb, Map<String, String> more) {
        var name = login.length() > LONGEST_LOGIN ? login.substring(0, LONGEST_LOGIN) : login;
        var facts = new HashMap<String, String>(more);
        facts.put("login", name);
        log.append(Actor.outside(name, from), null, "account " + name, verb, facts);
    }
}

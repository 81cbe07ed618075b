package org.yanqi.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.ConcurrentSessionControlAuthenticationStrategy;
import org.springframework.security.web.authentication.session.RegisterSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.yanqi.process.signin.TakeSignIn;

/**
 * Lets a session in whose challenge a key has answered. A GET, since it names nothing: what it opens was proven for this
 * very session, and for no other.
 */
class KeySignIn extends AbstractAuthenticationProcessingFilter {
    static final String ENTRANCE = "/login/key";

    private final TakeSignIn proofs;
    private final AccountDetails accounts;
    private final SecondFactor secondFactor;
    private final Clock clock;

    KeySignIn(
            TakeSignIn proofs,
            AccountDetails accounts,
            SecondFactor secondFactor,
            SignInEnds ends,
            SessionRegistry sessions,
            int sessionsAtMost,
            ApplicationEventPublisher events,
            Clock clock) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, ENTRANCE));
        this.proofs = proofs;
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.clock = clock;
        setAuthenticationManager(given -> {
            throw new IllegalStateException("a key is judged by its proof, not by what a request brings");
        });
        var atMost = new ConcurrentSessionControlAuthenticationStrategy(sessions);
        atMost.setMaximumSessions(sessionsAtMost);
        setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(List.of(
                atMost,
                new ChangeSessionIdAuthenticationStrategy(),
                new RegisterSessionAuthenticationStrategy(sessions))));
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setAuthenticationSuccessHandler(new SavedRequestAwareAuthenticationSuccessHandler());
        setAuthenticationFailureHandler(ends);
        setApplicationEventPublisher(events);
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        var kept = KeyChallenge.of(session);
        if (session == null || kept == null) {
            throw new BadCredentialsException("this session asked for no challenge");
        }
        session.removeAttribute(KeyChallenge.ATTRIBUTE);
        var proven = proofs.take(kept.id(), kept.secret())
                .orElseThrow(() -> new BadCredentialsException("no key has answered"));
        var user = accounts.loadUserByUsername(proven.login());
        if (!user.isEnabled()) {
            throw new DisabledException(proven.login());
        }
        secondFactor.require(user, SignInFactor.KEY, halfOf(user, session));
        session.removeAttribute(HalfSignIn.ATTRIBUTE);
        var signedIn = new PreAuthenticatedAuthenticationToken(user, proven.serial(), user.getAuthorities());
        signedIn.setDetails(authenticationDetailsSource.buildDetails(request));
        return signedIn;
    }

    /** Whoever began with the password of one account does not go on with the key of another. */
    private @Nullable HalfSignIn halfOf(UserDetails user, HttpSession session) {
        var half = HalfSignIn.of(session);
        if (half != null && half.isFresh(clock.instant()) && !Objects.equals(half.login(), user.getUsername())) {
            throw new KeyOfAnotherAccount();
        }
        return half;
    }

    /** A key that opens, but not this account. */
    static final class KeyOfAnotherAccount extends BadCredentialsException {
        private static final long serialVersionUID = 1L;

        KeyOfAnotherAccount() {
            super("the key belongs to another account than the password");
        }
    }
}

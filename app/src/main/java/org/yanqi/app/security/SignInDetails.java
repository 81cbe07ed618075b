package org.yanqi.app.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody signs in, and what their session had proven before. */
class SignInDetails extends WebAuthenticationDetails {
    private static final long serialVersionUID = 1L;

    private final @Nullable HalfSignIn half;

    SignInDetails(HttpServletRequest request) {
        super(request);
        this.half = HalfSignIn.of(request.getSession(false));
    }

    @Nullable
    HalfSignIn half() {
        return half;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof SignInDetails;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}

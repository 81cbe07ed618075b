package org.yanqi.app.security;

import org.springframework.security.core.AuthenticationException;

/** What was given is right, but the account's roles ask for more. */
class SecondFactorNeeded extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final String login;
    private final SignInFactor given;
    private final SignInFactor missing;

    SecondFactorNeeded(String login, SignInFactor given, SignInFactor missing) {
        super(missing + " is asked of " + login + " as well");
        this.login = login;
        this.given = given;
        this.missing = missing;
    }

    String login() {
        return login;
    }

    SignInFactor given() {
        return given;
    }

    SignInFactor missing() {
        return missing;
    }
}

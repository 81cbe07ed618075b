package org.yanqi.app.security;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks a password, and whether it is enough. */
@Component
class PasswordSignIn extends DaoAuthenticationProvider {
    private final SecondFactor secondFactor;

    PasswordSignIn(AccountDetails accounts, PasswordEncoder encoder, SecondFactor secondFactor) {
        super(accounts);
        setPasswordEncoder(encoder);
        this.secondFactor = secondFactor;
    }

    @Override
    protected void additionalAuthenticationChecks(UserDetails user, UsernamePasswordAuthenticationToken given) {
        super.additionalAuthenticationChecks(user, given);
        var half = given.getDetails() instanceof SignInDetails details ? details.half() : null;
        secondFactor.require(user, SignInFactor.PASSWORD, half);
    }
}

package org.yanqi.app.security;

import java.util.Set;

/** What a role asks of a sign-in, by whichever of the two ways it begins. */
public enum SecondFactorRule {
    /** Either the password or the key is enough. */
    NONE(Set.of()),
    /** A key alone is not enough: the password is asked as well. */
    PASSWORD(Set.of(SignInFactor.PASSWORD)),
    /** A password alone is not enough: it leads on to the key. */
    KEY(Set.of(SignInFactor.KEY)),
    /** Always both. */
    BOTH(Set.of(SignInFactor.PASSWORD, SignInFactor.KEY));

    private final Set<SignInFactor> asked;

    SecondFactorRule(Set<SignInFactor> asked) {
        this.asked = asked;
    }

    Set<SignInFactor> asked() {
        return asked;
    }
}

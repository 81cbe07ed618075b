package org.yanqi.forms.component;

import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.signin.TakeSignIn;

/** Signing in with the key, as the page of one session sees it; the app's security answers. */
public interface KeyDoor {
    /** What this session has proven so far, when its account asks for more than one proof. */
    enum Half {
        NOTHING,
        PASSWORD,
        KEY
    }

    /**
     * A new challenge for this session, in place of the one before.
     *
     * @param origin scheme, host and port of the page
     * @return the ticket for the agent; refused with {@code refusal.too-many-sign-ins}
     */
    Outcome<String> ticket(String origin);

    /** What became of this session's challenge. */
    TakeSignIn.Seen look();

    Half half();

    /** Where the browser goes when the key has answered. */
    String entrance();
}

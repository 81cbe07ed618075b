package org.yanqi.process.account;

import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;

/** Lets somebody who forgot the password set a new one by a link in a mail; answers alike whether the account exists. */
@Service
public class PasswordReset {
    public void ask(String login, String from) {
        throw new UnsupportedOperationException();
    }

    public Outcome<String> set(String token, String newPassword, String from) {
        throw new UnsupportedOperationException();
    }
}

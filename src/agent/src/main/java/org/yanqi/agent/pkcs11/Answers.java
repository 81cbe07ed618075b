package org.yanqi.agent.pkcs11;

import static sun.security.pkcs11.wrapper.PKCS11Constants.CKF_USER_PIN_COUNT_LOW;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKF_USER_PIN_FINAL_TRY;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKF_USER_PIN_LOCKED;

import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.KeyTrouble.Kind;
import org.yanqi.agent.key.PinTries;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/** What a token's return codes and flags mean to the agent (PKCS#11 v2.40, §6.3 and §5.1). */
final class Answers {
    static final long ALREADY_LOGGED_IN = 0x100;

    private Answers() {}

    /** The trouble behind a return code; {@code otherwise} where the code says nothing that is told apart. */
    static KeyTrouble trouble(PKCS11Exception answer, Kind otherwise) {
        return new KeyTrouble(
                kind(answer.getErrorCode(), otherwise), "the token answers " + answer.getMessage(), answer);
    }

    static Kind kind(long code, Kind otherwise) {
        return switch ((int) code) {
            // slot id invalid, device removed, session closed, session handle invalid, token not present, not
            // recognized
            case 0x03, 0x32, 0xB0, 0xB3, 0xE0, 0xE1 -> Kind.KEY_REMOVED;
            // not logged in: pulled out and put back, the login is gone
            case 0x101 -> Kind.KEY_REMOVED;
            // device memory
            case 0x31 -> Kind.KEY_FULL;
            // PIN incorrect, invalid, length out of range
            case 0xA0, 0xA1, 0xA2 -> Kind.PIN_WRONG;
            case 0xA4 -> Kind.PIN_LOCKED;
            default -> otherwise;
        };
    }

    /** What the flags of a token tell of its PIN counter; PKCS#11 has no number for it. */
    static PinTries tries(long flags) {
        if ((flags & CKF_USER_PIN_LOCKED) != 0) {
            return new PinTries(0, true);
        }
        if ((flags & CKF_USER_PIN_FINAL_TRY) != 0) {
            return new PinTries(1, true);
        }
        return new PinTries(PinTries.UNTOLD, (flags & CKF_USER_PIN_COUNT_LOW) != 0);
    }
}

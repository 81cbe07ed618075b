package org.yanqi.forms.component;

import java.security.SecureRandom;
import java.util.Locale;

/** Numbers by which staff find in the log what a customer saw. */
final class ErrorReference {
    private static final SecureRandom RANDOM = new SecureRandom();

    private ErrorReference() {}

    static String next() {
        return "YQ-" + String.format(Locale.ROOT, "%08X", RANDOM.nextInt());
    }
}

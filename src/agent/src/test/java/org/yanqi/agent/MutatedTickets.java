package org.yanqi.agent;

import java.util.Arrays;
import java.util.Base64;

/** Tells whether a changed text still is the same ticket: the last letter of Base64 has bits that mean nothing. */
final class MutatedTickets {
    private MutatedTickets() {}

    static boolean sameTicket(String one, String other) {
        String[] parts = one.split("\\.", -1);
        String[] others = other.split("\\.", -1);
        return parts.length == 3
                && parts[0].equals(others[0])
                && parts[1].equals(others[1])
                && Arrays.equals(decoded(parts[2]), decoded(others[2]));
    }

    private static byte[] decoded(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}

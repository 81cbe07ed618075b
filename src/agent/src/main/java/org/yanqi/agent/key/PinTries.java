package org.yanqi.agent.key;

/**
 * What a USB key tells of its PIN counter. Some count aloud, others (PKCS#11) only say that the counter is low, that one
 * try is left, or that the PIN is locked; some tell nothing.
 *
 * @param left wrong PINs still taken; {@link #UNTOLD} if the key does not say
 * @param low whether a wrong PIN was tried since the last right one, as far as the key tells
 */
public record PinTries(int left, boolean low) {
    /** A number that the key keeps to itself. */
    public static final int UNTOLD = -1;

    /** A key that counts aloud. */
    public static PinTries of(int left, int all) {
        return new PinTries(left, left < all);
    }

    /** Whether the key takes no PIN any more. */
    public boolean locked() {
        return left == 0;
    }

    /** Whether a number can be shown. */
    public boolean told() {
        return left != UNTOLD;
    }
}

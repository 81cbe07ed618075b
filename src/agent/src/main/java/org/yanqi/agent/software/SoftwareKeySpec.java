package org.yanqi.agent.software;

/**
 * How a software key is made.
 *
 * @param serial the number "printed" on it; letters, digits, dot and hyphen
 * @param pin the PIN its holder uses, 111111 from the factory
 * @param counterPin the PIN with which the counter's staff unlocks it
 * @param slots how many key containers fit; a renewal takes one and old ones stay
 * @param iterations of PBKDF2, at least 1000
 */
public record SoftwareKeySpec(String serial, char[] pin, char[] counterPin, int slots, int iterations) {
    /** The PIN a key comes with. */
    public static final String FACTORY_PIN = "111111";

    /** The counter's PIN of software keys. It protects nothing real: a software key is a stand-in. */
    public static final String COUNTER_PIN = "88888888";

    public SoftwareKeySpec {
        if (!serial.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,63}")) {
            throw new IllegalArgumentException("a key serial has letters, digits, dots and hyphens: " + serial);
        }
        if (slots < 1 || iterations < 1000) {
            throw new IllegalArgumentException("a key has at least one slot and 1000 iterations");
        }
        SoftwareKey.requirePin(pin);
        SoftwareKey.requirePin(counterPin);
    }

    /** A key with 8 slots and the usual counter PIN. */
    public static SoftwareKeySpec of(String serial, String pin) {
        return new SoftwareKeySpec(serial, pin.toCharArray(), COUNTER_PIN.toCharArray(), 8, 120_000);
    }

    /** The same key with another number of slots. */
    public SoftwareKeySpec withSlots(int number) {
        return new SoftwareKeySpec(serial, pin, counterPin, number, iterations);
    }

    /** The same key with another number of iterations. */
    public SoftwareKeySpec withIterations(int number) {
        return new SoftwareKeySpec(serial, pin, counterPin, slots, number);
    }
}

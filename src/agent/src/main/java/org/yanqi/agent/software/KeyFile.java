package org.yanqi.agent.software;

import java.security.GeneralSecurityException;

/**
 * What a software key knows about itself, as stored in {@code key.json}. The key pairs are sealed under a random master
 * key; it is stored twice, sealed under the PIN and under the counter's PIN, so that changing a PIN touches no pair.
 *
 * @param slots how many containers fit
 * @param triesLeft wrong PINs still allowed; 0 is locked
 * @param iterations of PBKDF2
 */
record KeyFile(
        String serial,
        int slots,
        int triesLeft,
        int iterations,
        byte[] pinSalt,
        byte[] pinSeal,
        byte[] counterSalt,
        byte[] counterSeal) {

    static final int TRIES = 6;
    private static final String PIN = "pin";
    private static final String COUNTER = "counter";

    static KeyFile create(SoftwareKeySpec spec, byte[] master) throws GeneralSecurityException {
        byte[] pinSalt = Vault.random(16);
        byte[] counterSalt = Vault.random(16);
        return new KeyFile(
                spec.serial(),
                spec.slots(),
                TRIES,
                spec.iterations(),
                pinSalt,
                Vault.seal(Vault.derive(spec.pin(), pinSalt, spec.iterations()), PIN, master),
                counterSalt,
                Vault.seal(Vault.derive(spec.counterPin(), counterSalt, spec.iterations()), COUNTER, master));
    }

    byte[] masterByPin(char[] pin) throws GeneralSecurityException {
        return Vault.open(Vault.derive(pin, pinSalt, iterations), PIN, pinSeal);
    }

    byte[] masterByCounter(char[] pin) throws GeneralSecurityException {
        return Vault.open(Vault.derive(pin, counterSalt, iterations), COUNTER, counterSeal);
    }

    KeyFile withTries(int tries) {
        return new KeyFile(serial, slots, tries, iterations, pinSalt, pinSeal, counterSalt, counterSeal);
    }

    KeyFile withPin(char[] pin, byte[] master) throws GeneralSecurityException {
        byte[] salt = Vault.random(16);
        byte[] seal = Vault.seal(Vault.derive(pin, salt, iterations), PIN, master);
        return new KeyFile(serial, slots, TRIES, iterations, salt, seal, counterSalt, counterSeal);
    }
}

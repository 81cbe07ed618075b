package org.yanqi.agent.key;

import java.util.List;

/** A USB key that is plugged in, as far as it shows itself without a PIN. Every method fails once it is removed. */
public interface UsbKey {
    /** The number printed on the key. */
    String serial();

    /** The kind of key, as told to the product. */
    String kind();

    /** How many more containers fit. */
    int freeSlots() throws KeyTrouble;

    /** How many wrong PINs the key will still take. */
    PinTries tries() throws KeyTrouble;

    /** What is on the key, read afresh, oldest first. */
    List<Container> containers() throws KeyTrouble;

    /**
     * Opens the key for one job.
     *
     * @throws KeyTrouble PIN_WRONG (the counter has gone down) or PIN_LOCKED
     */
    UnlockedKey unlock(char[] pin) throws KeyTrouble;

    /** Makes a container the one in force and the one before it an old one; repeating it changes nothing. */
    void activate(String container) throws KeyTrouble;
}

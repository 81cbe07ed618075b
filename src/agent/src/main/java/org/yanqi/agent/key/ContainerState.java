package org.yanqi.agent.key;

/** Where a key pair on a USB key stands in its life. */
public enum ContainerState {
    /** Generated for a renewal that is not confirmed yet. */
    NEW,
    /** The pair in force. */
    CURRENT,
    /** Replaced; kept because bids may still be encrypted to it (R4). */
    OLD
}

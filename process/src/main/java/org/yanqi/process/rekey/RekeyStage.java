package org.yanqi.process.rekey;

/** How far the update of one key came; the names shown on screen and sent by the agent. */
public enum RekeyStage {
    WAITING_FOR_KEY,
    KEY_READ,
    PIN_ACCEPTED,
    KEY_GENERATED,
    REQUEST_SENT,
    ISSUED,
    WRITTEN,
    READ_BACK,
    CONFIRMED,
    OLD_REVOKED
}

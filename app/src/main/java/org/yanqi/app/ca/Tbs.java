package org.yanqi.app.ca;

import java.math.BigInteger;

/** The part of a certificate that is signed, built once; specimen and certificate are both made of these very bytes. */
record Tbs(Hierarchy hierarchy, Profile profile, Shard shard, BigInteger serial, byte[] der) {

    /** The certificate that these bytes and this signature make. */
    byte[] with(byte[] signature) {
        return Der.certificate(der, BuildTbs.algorithm(hierarchy), signature);
    }

    String serialHex() {
        return Issuances.hex(serial);
    }
}

package org.yanqi.app.ca;

/** Makes the one signature that counts. Apart from the rest so that tests can let it fail. */
interface RealSigner {
    byte[] sign(Tbs tbs);
}

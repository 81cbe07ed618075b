package org.yanqi.process.certificate;

/** Algorithm of the key pairs. */
public enum Algorithm {
    RSA_2048,
    RSA_3072,
    SM2
}

package org.yanqi.process.certificate;

/** Life of a certificate pair. */
public enum CertificateState {
    /** Issued, not yet confirmed from the key (R7). */
    ISSUED,
    IN_FORCE,
    SUPERSEDED,
    REVOKED
}

package org.yanqi.app.ca.cmp;

/** A message that is answered by an error; the words go to the sender. */
final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final int failure;

    /** @param failure a bit of {@link org.bouncycastle.asn1.cmp.PKIFailureInfo} */
    Fault(int failure, String words) {
        super(words);
        this.failure = failure;
    }

    int failure() {
        return failure;
    }
}

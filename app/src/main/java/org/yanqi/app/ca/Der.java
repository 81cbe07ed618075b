package org.yanqi.app.ca;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The few moves in DER that issuing makes with bytes that are finished already (X.690 §8.1, §10.1). */
final class Der {
    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 0x03;
    private static final int LONG_FORM = 0x80;
    private static final int BYTE = 8;
    private static final int OCTET = 0xff;

    private Der() {}

    /** A certificate of what was signed, the algorithm's identifier and the signature (RFC 5280 §4.1). */
    static byte[] certificate(byte[] tbs, byte[] algorithm, byte[] signature) {
        int bits = signature.length + 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream(tbs.length + algorithm.length + bits + 16);
        header(out, SEQUENCE, tbs.length + algorithm.length + bits + lengthOfHeader(bits));
        out.writeBytes(tbs);
        out.writeBytes(algorithm);
        header(out, BIT_STRING, bits);
        out.write(0);
        out.writeBytes(signature);
        return out.toByteArray();
    }

    /**
     * The bytes of the first element inside a sequence: what was signed in a certificate.
     *
     * @throws IllegalArgumentException if the bytes are too short for what they say
     */
    static byte[] firstInside(byte[] sequence) {
        int start = contents(sequence, 0);
        int inner = contents(sequence, start);
        int end = inner + length(sequence, start);
        if (end > sequence.length) {
            throw new IllegalArgumentException("an element is longer than what holds it");
        }
        return Arrays.copyOfRange(sequence, start, end);
    }

    private static int contents(byte[] der, int at) {
        if (at + 1 >= der.length) {
            throw new IllegalArgumentException("no element at " + at);
        }
        int first = der[at + 1] & OCTET;
        return at + 2 + (first < LONG_FORM ? 0 : first - LONG_FORM);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & OCTET;
        if (first < LONG_FORM) {
            return first;
        }
        int octets = first - LONG_FORM;
        if (octets == 0 || octets >= Integer.BYTES || at + 2 + octets > der.length) {
            throw new IllegalArgumentException("an element without a definite length");
        }
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << BYTE | der[at + 2 + i] & OCTET;
        }
        return length;
    }

    private static void header(ByteArrayOutputStream out, int tag, int length) {
        out.write(tag);
        int octets = lengthOfHeader(length) - 2;
        if (octets == 0) {
            out.write(length);
            return;
        }
        out.write(LONG_FORM | octets);
        for (int i = octets - 1; i >= 0; i--) {
            out.write(length >> (BYTE * i) & OCTET);
        }
    }

    private static int lengthOfHeader(int length) {
        int octets = 0;
        for (int rest = length; length >= LONG_FORM && rest > 0; rest >>= BYTE) {
            octets++;
        }
        return 2 + octets;
    }
}

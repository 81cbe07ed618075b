package org.yanqi.process.ordering;

import org.springframework.stereotype.Service;

/** Draws numbers without reuse (R11): orders {@code PLYQHB} + yyyyMMdd + five digits of the day or more, payments, refunds. */
@Service
public class DrawNumber {
    public String order() {
        throw new UnsupportedOperationException();
    }

    /** A number of another series, as {@code payment} or {@code refund}. */
    public String of(String series, String prefix) {
        throw new UnsupportedOperationException();
    }
}

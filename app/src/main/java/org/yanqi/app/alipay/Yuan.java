package org.yanqi.app.alipay;

import java.math.BigDecimal;

/** Amounts as Alipay writes them: yuan with two decimals. */
final class Yuan {
    private Yuan() {}

    static String of(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** @throws NumberFormatException or ArithmeticException if it is no amount in fen */
    static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}

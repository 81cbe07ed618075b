package org.yanqi.process.pricing;

import java.util.List;

/** Price of one certificate's renewal in fen, tax included: the package once, plus each platform outside it (R1). */
public record Price(long packageFen, List<PriceLine> lines, long totalFen) {}

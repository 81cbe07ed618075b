package org.yanqi.process.pricing;

/** One platform of one certificate. */
public record PriceLine(String platform, boolean inPackage, long fen) {}

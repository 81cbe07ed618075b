package org.yanqi.process.invoicing;

/** Kinds of VAT invoice with the tax system's code. */
public enum InvoiceKind {
    ELECTRONIC_ORDINARY("82"),
    ELECTRONIC_SPECIAL("81"),
    PAPER_SPECIAL("85");

    private final String code;

    InvoiceKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public boolean isSpecial() {
        return this != ELECTRONIC_ORDINARY;
    }

    public boolean isPaper() {
        return this == PAPER_SPECIAL;
    }
}

package org.yanqi.agent.product;

import org.jspecify.annotations.Nullable;

/** The product refused a call, or could not be reached. */
public final class ProductTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    /** The code used when the product does not answer, or answers with nonsense. */
    public static final String UNREACHABLE = "product-unreachable";

    private final String code;

    public ProductTrouble(String code, @Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The product's code, or {@link #UNREACHABLE}. */
    public String code() {
        return code;
    }
}

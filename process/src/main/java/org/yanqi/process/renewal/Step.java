package org.yanqi.process.renewal;

/** The customer's steps, in the models' order; {@code id} is the model's property {@code step}. */
public enum Step {
    SELECT_CERTIFICATES("select-certificates"),
    BIND_PLATFORMS("bind-platforms"),
    DECLARE_OPEN_BIDS("declare-open-bids"),
    CONFIRM_ORDER("confirm-order"),
    CHOOSE_INVOICE("choose-invoice"),
    PAY("pay"),
    UPDATE_KEY("update-key"),
    INVOICE("invoice");

    private final String id;

    Step(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}

package org.yanqi.sandbox.till;

import java.util.Locale;

/** A payment gateway. */
public enum Channel {
    /** WeChat Pay. */
    WECHAT("微信支付"),
    /** Alipay. */
    ALIPAY("支付宝");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** The name of its switch. */
    public String service() {
        return name().toLowerCase(Locale.ROOT);
    }
}

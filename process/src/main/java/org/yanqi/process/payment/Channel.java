package org.yanqi.process.payment;

/** How the customer pays. */
public enum Channel {
    WECHAT,
    ALIPAY
}

package org.yanqi.app.wechat;

import com.wechat.pay.java.service.refund.model.RefundNotification;
import org.jspecify.annotations.Nullable;

/** A refund's notification with the merchant that it is for, which the SDK's own leaves out. */
class RefundOfMerchant extends RefundNotification {
    private @Nullable String mchid;

    @Nullable
    String merchant() {
        return mchid;
    }
}

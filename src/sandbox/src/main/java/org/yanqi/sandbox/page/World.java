package org.yanqi.sandbox.page;

import org.yanqi.sandbox.alipay.AlipayGateway;
import org.yanqi.sandbox.bill.Damages;
import org.yanqi.sandbox.courier.CourierService;
import org.yanqi.sandbox.courier.Depot;
import org.yanqi.sandbox.mail.PostOffice;
import org.yanqi.sandbox.papers.PlatformKeys;
import org.yanqi.sandbox.platform.Platforms;
import org.yanqi.sandbox.tax.RedLetters;
import org.yanqi.sandbox.tax.TaxOffice;
import org.yanqi.sandbox.till.Till;
import org.yanqi.sandbox.wechat.WechatGateway;
import org.yanqi.sandbox.wire.Callbacks;
import org.yanqi.sandbox.wire.Switchboard;
import org.yanqi.sandbox.wire.WorldClock;

/** Everything that pages and controls can see and press. */
public record World(
        WorldClock clock,
        Switchboard switches,
        Callbacks callbacks,
        Till till,
        WechatGateway wechat,
        AlipayGateway alipay,
        Damages damages,
        PlatformKeys wechatKeys,
        TaxOffice office,
        RedLetters redLetters,
        Depot depot,
        CourierService courier,
        Platforms platforms,
        PostOffice mail) {}

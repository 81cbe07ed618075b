package org.yanqi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Two certificates in one order, paid by QR code; each holder updates their own key; the e-invoice arrives by mail. */
class Story1Test {
    private final Screens screens = new Screens("story-1");

    @Test
    void an_administrator_renews_two_certificates_and_each_holder_updates_their_own_key()
            throws IOException, InterruptedException {
        var administrator = new Customer(TheDemo.browser().wide(), screens);
        administrator.signsIn("wangjianguo");
        screens.look(administrator.page, "home");
        administrator.orders("沈阳华兴建设工程有限公司|王建国", "李敏");
        administrator.radio("开具").check();
        administrator.radio("电子普通发票").check();
        administrator.titles("沈阳华兴建设工程有限公司", "91210100MA0P4XQB7J");
        administrator.fills("接收邮箱", "caiwu@huaxing.example");
        administrator.goesToPay();
        var phone = administrator.scans();
        screens.look(phone, "phone");
        phone.locator("button", new Page.LocatorOptions().setHasText("立即支付")).click();
        screens.look(phone, "phone-paid");
        administrator.seesPaid();
        administrator.page.locator("a.button-link").first().click();
        administrator.arrivesAt("update-key");

        var wang = new KeyHolder(administrator);
        wang.insertsOnly("LN2100000001");
        wang.seesTheNewExpiry(wang.starts(wang.panel("LN2100000001")));
        assertThat(wang.panel("LN2100000002").locator(".update-key")).isHidden();

        var leader = new Customer(TheDemo.browser().wide(), screens);
        leader.signsIn("limin");
        screens.look(leader.page, "leader-home");
        leader.page
                .locator("main a", new Page.LocatorOptions().setHasText("更新证书"))
                .first()
                .click();
        leader.arrivesAt("update-key");
        screens.look(leader.page, "leader-key");
        var li = new KeyHolder(leader);
        li.insertsOnly("LN2100000002");
        li.seesTheNewExpiry(li.starts(li.panel("LN2100000002")));

        Mailbox.receives("caiwu@huaxing.example", "发票");
        Mailbox.receives("limin@huaxing.example", "证书");
        administrator.page.navigate(TheDemo.demo().url("/invoices"));
        screens.look(administrator.page, "invoices");
        administrator.page.navigate(TheDemo.demo().url("/orders"));
        screens.look(administrator.page, "orders");
        Assertions.assertThat(TheDemo.demo().promises()).contains("\"status\":\"UP\"");
    }
}

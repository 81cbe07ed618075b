package org.yanqi.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Things go wrong: one yuan too much, a key pulled out midway; the desk brings both to a good end. */
class Story3Test {
    private static final String COMPANY = "锦州瑞丰市政工程有限公司";
    private static final String KEY = "LN2100000004";

    private final Screens screens = new Screens("story-3");

    @Test
    void the_desk_brings_an_overpayment_and_a_key_pulled_out_midway_to_a_good_end()
            throws IOException, InterruptedException {
        var customer = new Customer(TheDemo.browser().wide(), screens);
        customer.signsIn("liuyang");
        screens.look(customer.page, "identities");
        customer.page.locator("main").getByText(COMPANY).first().click();
        customer.page.waitForURL(url -> !url.contains("identity"));
        customer.orders(COMPANY + "|刘洋");
        customer.radio("不开具").check();
        customer.goesToPay();
        var phone = customer.scans();
        phone.locator("input[name=amount]").fill("201.00");
        phone.locator("button", new Page.LocatorOptions().setHasText("按此金额支付")).click();
        screens.look(phone, "phone-overpaid");

        var finance = new Staff(TheDemo.browser().wide(), screens);
        finance.signsIn("caiwu");
        finance.opens("处理款项差异", COMPANY);
        finance.chooses("计入订单");
        finance.field("reason").fill("客户多付一元，认款并退回差额");
        finance.handsIn("提交处理意见");
        customer.seesPaid();

        var supervisor = new Staff(TheDemo.browser().wide(), screens);
        supervisor.signsIn("zhuguan");
        supervisor.opens("复核退款", COMPANY);
        supervisor.field("reason").fill("同意退回差额");
        supervisor.handsIn("同意");

        customer.page.locator("a.button-link").first().click();
        customer.arrivesAt("update-key");
        var holder = new KeyHolder(customer);
        holder.insertsOnly(KEY);
        holder.willFail(KEY, "removed-before-write");
        var panel = holder.starts(holder.panel(KEY));
        panel.getByText("更新中途证书被拔出").first().waitFor();
        screens.look(customer.page, "key-removed");

        var service = new Staff(TheDemo.browser().wide(), screens);
        service.signsIn("kefu");
        service.opens("处理更新失败", COMPANY);
        service.chooses("从中断处继续");
        service.field("reason").fill("客户已重新插入证书，请继续");
        service.handsIn("提交");

        holder.inserts(KEY);
        customer.page.reload();
        holder.seesTheNewExpiry(holder.starts(holder.panel(KEY)));
        Assertions.assertThat(TheDemo.demo().promises()).contains("\"status\":\"UP\"");
    }
}

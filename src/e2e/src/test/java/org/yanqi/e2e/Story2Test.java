package org.yanqi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A paper special invoice: asked for by the customer, issued and sent by finance from the desk. */
class Story2Test {
    private final Screens screens = new Screens("story-2");

    @Test
    void finance_issues_a_paper_special_invoice_and_sends_it() throws IOException, InterruptedException {
        var customer = new Customer(TheDemo.browser().narrow(), screens);
        customer.signsIn("zhangwei");
        screens.look(customer.page, "home");
        customer.orders("大连远大机电设备有限公司|张伟");
        customer.radio("开具").check();
        customer.radio("纸质专用发票").check();
        customer.titles("大连远大机电设备有限公司", "91210200MA0QE5H253");
        customer.fills("地址", "辽宁省大连市西岗区中山路246号");
        customer.fills("电话", "0411-83631234");
        customer.fills("开户行", "中国建设银行大连分行");
        customer.fills("开户行账号", "21050110000012345");
        customer.radio("快递").check();
        customer.fills("收件人", "张伟");
        customer.fills("手机号", "13842833344");
        customer.fills("所在地区", "辽宁省大连市西岗区");
        customer.fills("详细地址", "中山路246号");
        customer.radio("支付宝").check();
        customer.goesToPay();
        var phone = customer.scans();
        phone.locator("button", new Page.LocatorOptions().setHasText("立即支付")).click();
        customer.seesPaid();

        var finance = new Staff(TheDemo.browser().wide(), screens);
        finance.signsIn("caiwu");
        finance.opens("开具纸质发票", "大连远大机电设备有限公司");
        finance.field("code").fill("210025201130");
        finance.field("number").fill("00123457");
        finance.handsIn("确认已开具");
        finance.opens("寄出发票", "大连远大机电设备有限公司");
        finance.handsIn("确认寄送方式");
        Mailbox.receives("zhangwei@yuanda.example", "SF");

        finance.page.navigate(TheDemo.demo().url("/desk/cases"));
        finance.page.locator("main input").first().fill("大连远大");
        finance.page.keyboard().press("Enter");
        screens.look(finance.page, "cases");
        finance.page
                .locator("main a", new Page.LocatorOptions().setHasText("PLYQHB"))
                .first()
                .click();
        finance.page.waitForURL(url -> url.contains("/desk/case/"));
        assertThat(finance.page.locator("main")).containsText("大连远大机电设备有限公司");
        screens.look(finance.page, "case");
        Assertions.assertThat(TheDemo.demo().promises()).contains("\"status\":\"UP\"");
    }
}

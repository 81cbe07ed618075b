package org.yanqi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An order is paid by both methods and the second payment comes back by itself; then one of its certificates is refunded. */
class RefundStoryTest {
    private static final String COMPANY = "盘锦宏达石化工程有限公司";

    private final Screens screens = new Screens("refunds");

    @Test
    void a_second_payment_comes_back_by_itself_and_one_certificate_of_two_is_refunded_by_two_persons()
            throws IOException, InterruptedException {
        var customer = new Customer(TheDemo.browser().wide(), screens);
        customer.signsIn("sunlixin");
        customer.orders(COMPANY + "|孙立新", "周雪梅");
        customer.radio("不开具").check();
        customer.goesToPay();
        var caseId = customer.page.url().replaceAll(".*/renewal/([0-9a-f-]+)/.*", "$1");
        var wechat = customer.scans();
        customer.page.locator("#channel-ALIPAY").click();
        assertThat(customer.page.locator(".qr[aria-label*='支付宝']")).isVisible();
        var alipay = customer.scans();
        pays(alipay);
        customer.seesPaid();
        pays(wechat);

        var finance = new Staff(TheDemo.browser().wide(), screens);
        finance.signsIn("caiwu");
        var money = money(finance, caseId);
        assertThat(money.getByText("按规则自动全额退回").first()).isVisible(KeyHolder.patient());
        assertThat(money.getByText("已退回").first()).isVisible(KeyHolder.patient());
        screens.look(finance.page, "case-paid-twice");

        finance.page.locator("#refund-order").click();
        finance.checkbox("周雪梅").check();
        screens.look(finance.page, "refund-dialog");
        finance.field("dialog-reason").fill("项目负责人证书无法继续办理");
        finance.button("提交复核").click();
        assertThat(money.getByText("待复核").first()).isVisible();

        var supervisor = new Staff(TheDemo.browser().wide(), screens);
        supervisor.signsIn("zhuguan");
        supervisor.opens("复核订单退款", COMPANY);
        supervisor.field("reason").fill("同意退款");
        supervisor.handsIn("同意");

        money = money(finance, caseId);
        assertThat(money.getByText("已退款").first()).isVisible(KeyHolder.patient());
        screens.look(finance.page, "case-refunded");
        seesTheRefunds(customer, "order-refunded");
        Assertions.assertThat(TheDemo.demo().promises()).contains("\"status\":\"UP\"");
    }

    private static void pays(Page phone) {
        phone.locator("button", new Page.LocatorOptions().setHasText("立即支付"))
                .first()
                .click();
    }

    /** What the desk shows of the case's money. */
    private static Locator money(Staff staff, String caseId) {
        staff.page.navigate(TheDemo.demo().url("/desk/case/" + caseId + "/money"));
        assertThat(staff.page.locator("h1")).containsText(COMPANY);
        return staff.page.locator("#case-part");
    }

    private void seesTheRefunds(Customer customer, String step) {
        customer.page.navigate(TheDemo.demo().url("/orders"));
        customer.page
                .locator("main a", new Page.LocatorOptions().setHasText("PLYQHB"))
                .first()
                .click();
        assertThat(customer.page.getByText("退款单号").first()).isVisible();
        assertThat(customer.page.getByText("已退回").first()).isVisible();
        screens.look(customer.page, step);
        customer.page.setViewportSize(390, 844);
        screens.look(customer.page, step + "-narrow");
    }
}

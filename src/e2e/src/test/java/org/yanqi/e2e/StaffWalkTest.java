package org.yanqi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What staff do now and then: accounts, platforms, the calendar, a cover sheet, a step that is stuck. */
class StaffWalkTest {
    private static final String COMPANY = "鞍山鼎盛园林绿化工程有限公司";
    private static final String PASSWORD = "xin-ren-2026-Yanqi";

    private final Screens screens = new Screens("staff");

    @Test
    void an_administrator_makes_an_account_and_takes_it_back() {
        var administrator = new Staff(TheDemo.browser().wide(), screens);
        administrator.signsIn("guanli");
        administrator.page.navigate(TheDemo.demo().url("/admin/accounts"));
        administrator.page.locator("#create-account").click();
        administrator.page.locator("#new-create").click();
        screens.look(administrator.page, "account-refused");
        administrator.field("new-login").fill("xinren");
        administrator.field("new-name").fill("客服 林晓");
        administrator.field("new-email").fill("xinren@yanqi.example");
        administrator.checkbox("客服").check();
        screens.look(administrator.page, "account-new");
        administrator.page.locator("#new-create").click();
        var oneTime = administrator.page.locator("#one-time-password");
        assertThat(oneTime).isVisible();
        screens.look(administrator.page, "account-created");
        var password = oneTime.innerText().strip().split("\\s")[0];
        administrator.button("关闭").click();

        var newcomer = new Staff(TheDemo.browser().wide(), screens);
        newcomer.signsIn("xinren", password);
        newcomer.page.waitForURL(url -> url.contains("/password/change"));
        newcomer.fills("原密码", password);
        newcomer.fills("新密码", PASSWORD);
        newcomer.fills("再次输入新密码", PASSWORD);
        screens.look(newcomer.page, "own-password");
        newcomer.button("保存").click();
        newcomer.page.waitForURL(Pattern.compile(".*/desk"));

        administrator.page.locator("#toggle-xinren").click();
        administrator
                .page
                .locator("vaadin-confirm-dialog-overlay, vaadin-confirm-dialog")
                .getByText("停用", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(administrator.page.locator("main")).containsText("已停用");
        screens.look(administrator.page, "account-disabled");
        newcomer.page.navigate(TheDemo.demo().url("/desk/cases"));
        newcomer.page.waitForURL(url -> url.contains("/login"));
    }

    @Test
    void an_administrator_keeps_platforms_and_the_calendar() {
        var administrator = new Staff(TheDemo.browser().wide(), screens);
        administrator.signsIn("guanli");
        administrator.page.navigate(TheDemo.demo().url("/admin/platforms"));
        administrator.page.locator("#enter-platform").click();
        administrator.field("platform-code").fill("YK-CS");
        administrator.field("platform-name").fill("营口测试交易平台");
        administrator.field("platform-region").fill("210800");
        screens.look(administrator.page, "platform-new");
        administrator.page.locator("#platform-save").click();
        assertThat(administrator.page.locator("main")).containsText("营口测试交易平台");
        screens.look(administrator.page, "platforms");
        administrator.page.locator("#edit-YK-CS").click();
        administrator.checkbox("可选").uncheck();
        administrator.page.locator("#platform-save").click();

        administrator.page.navigate(TheDemo.demo().url("/admin/calendar"));
        administrator.field("calendar-year").fill("2031");
        administrator.page.keyboard().press("Tab");
        administrator.field("calendar-days").fill("2031-01-01,假,元旦");
        administrator.page.locator("#calendar-save").click();
        screens.look(administrator.page, "calendar-refused");
        administrator.field("calendar-days").fill("2031-01-01,休,元旦\n2031-02-01,班,春节");
        administrator.page.locator("#calendar-save").click();
        assertThat(administrator.page.locator("main")).containsText("2031");
        screens.look(administrator.page, "calendar");
        administrator.page.navigate(TheDemo.demo().url("/admin/parameters"));
        administrator.page.locator("main h1").waitFor();
        screens.look(administrator.page, "parameters");
    }

    @Test
    void a_stuck_step_is_tried_again_and_a_cover_sheet_is_printed() throws IOException, InterruptedException {
        turn("LN-JSGC", "failing");
        pays();
        var service = new Staff(TheDemo.browser().wide(), screens);
        service.signsIn("kefu");
        service.opens("处理卡住的步骤", COMPANY);
        turn("LN-JSGC", "normal");
        service.handsIn("再试一次");
        service.page.navigate(TheDemo.demo().url("/desk"));
        assertThat(service.page.locator("main").getByText("处理卡住的步骤")).hasCount(0);

        var finance = new Staff(TheDemo.browser().wide(), screens);
        finance.signsIn("caiwu");
        finance.opens("开具纸质发票", COMPANY);
        finance.field("code").fill("210025201130");
        finance.field("number").fill("00123461");
        finance.handsIn("确认已开具");
        finance.opens("寄出发票", COMPANY);
        finance.handsIn("确认寄送方式");
        Mailbox.receives("zhaohaiyan@dingsheng.example", "SF");
        finance.page.navigate(TheDemo.demo().url("/desk/cases"));
        finance.page.locator("main input").first().fill(COMPANY);
        finance.page.keyboard().press("Enter");
        finance.page
                .locator("main a", new Page.LocatorOptions().setHasText("PLYQHB"))
                .first()
                .click();
        finance.page.waitForURL(url -> url.contains("/desk/case/"));
        finance.page.navigate(finance.page.url().replaceAll("[?#].*", "") + "/process");
        finance.page.locator("yanqi-diagram svg").first().waitFor();
        screens.look(finance.page, "diagram");
        finance.page.navigate(finance.page.url().replace("/process", "/invoice"));
        var sheet = finance.page.locator("#cover-sheet");
        assertThat(sheet).isVisible();
        screens.look(finance.page, "cover-sheet-link");
        var printed = finance.page.request().get(String.valueOf(sheet.evaluate("link => link.href")));
        Assertions.assertThat(printed.headers()).containsEntry("content-type", "application/pdf");
        Assertions.assertThat(new String(printed.body(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        Assertions.assertThat(TheDemo.demo().promises()).contains("\"status\":\"UP\"");
    }

    private void pays() throws IOException {
        var customer = new Customer(TheDemo.browser().wide(), screens);
        customer.signsIn("zhaohaiyan");
        customer.orders(COMPANY + "|赵海燕");
        customer.radio("开具").check();
        customer.radio("纸质专用发票").check();
        customer.titles(COMPANY, "91210300MA0U7D2K4W");
        customer.fills("地址", "辽宁省鞍山市铁东区胜利路77号");
        customer.fills("电话", "0412-5566778");
        customer.fills("开户行", "中国建设银行鞍山分行");
        customer.fills("开户行账号", "21050110000055667");
        customer.radio("快递").check();
        customer.fills("收件人", "赵海燕");
        customer.fills("手机号", "13904127788");
        customer.fills("所在地区", "辽宁省鞍山市铁东区");
        customer.fills("详细地址", "胜利路77号");
        customer.goesToPay();
        customer.scans()
                .locator("button", new Page.LocatorOptions().setHasText("立即支付"))
                .click();
        customer.seesPaid();
    }

    private static void turn(String service, String mode) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(TheDemo.demo().sandbox("/control/switches/" + service)))
                .POST(HttpRequest.BodyPublishers.ofString("{\"mode\":\"" + mode + "\"}"))
                .build();
        Assertions.assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }
}

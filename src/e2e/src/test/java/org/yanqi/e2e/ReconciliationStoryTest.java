package org.yanqi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Finance closes the last day of the whole sample: the gateway's bill has money that nobody counted, a line that cannot be read, and sums
 * of its own that are not those of its lines.
 */
class ReconciliationStoryTest {
    private final RunningDemo demo = TheDemo.demo();
    private final Screens screens = new Screens("reconciliation");

    @Test
    void finance_closes_a_day_with_three_differences() throws IOException, InterruptedException {
        var finance = new Staff(TheDemo.browser().wide(), screens);
        finance.signsIn("caiwu2");
        var page = finance.page;
        page.navigate(demo.url("/desk/days"));
        page.locator("#days a.row-link").first().waitFor();
        screens.look(page, "days");
        page.locator("#days a.row-link").first().click();
        page.waitForURL(Pattern.compile(".*/desk/days/\\d{4}-\\d{2}-\\d{2}"));
        var day = page.url();
        assertThat(page.locator("#differences tbody tr")).hasCount(3);
        screens.look(page, "day");

        page.locator("#differences a", new Page.LocatorOptions().setHasText("查看款项差异"))
                .click();
        assertThat(page.locator("main")).containsText("支付机构有、我方无");
        assertThat(page.locator("#work-decide-exception")).isVisible();
        screens.look(page, "exception");

        page.navigate(day);
        page.locator("#work-sign-off-day").click();
        page.waitForURL(url -> url.contains("/desk/item/"));
        screens.look(page, "sign-off");
        finance.button("签核").click();
        assertThat(page.locator(".errors")).containsText("还有 2 条差异没有说明");
        screens.look(page, "sign-off-refused");
        explain(finance, "无法读取的行", "渠道测试商户的行，已与渠道确认");
        explain(finance, "汇总不符", "渠道汇总含测试商户，差额已核对");
        assertThat(page.locator("main")).containsText("没有未处理的差异");
        assertThat(page.locator(".errors")).not().isVisible();
        screens.look(page, "explained");
        finance.handsIn("签核");

        page.navigate(day);
        assertThat(page.locator("main")).containsText("已签核");
        screens.look(page, "signed");
        var file = page.waitForDownload(() -> page.locator("#export-xlsx").click());
        var copy = Path.of("target", "screens", "reconciliation", "day.xlsx");
        file.saveAs(copy);
        Assertions.assertThat(Files.size(copy)).isGreaterThan(1000);

        var auditor = new Staff(TheDemo.browser().narrow(), screens);
        auditor.signsIn("shenji");
        auditor.page.navigate(demo.url("/desk/days"));
        auditor.page.locator("#days a.row-link").first().waitFor();
        screens.look(auditor.page, "days-narrow");
        auditor.page.navigate(day);
        assertThat(auditor.page.locator("main")).containsText("吴伟");
        assertThat(auditor.page.locator(".explain")).hasCount(0);
        screens.look(auditor.page, "day-narrow");
        auditor.switchesLanguage();
        assertThat(auditor.page.locator("main")).containsText("Signed off");
        screens.look(auditor.page, "day-narrow-english");
        Assertions.assertThat(demo.promises()).contains("\"status\":\"UP\"");
    }

    private void explain(Staff finance, String kind, String why) {
        finance.page
                .locator("#differences tbody tr", new Page.LocatorOptions().setHasText(kind))
                .locator(".explain")
                .click();
        finance.page.locator("#dialog-reason textarea").fill(why);
        screens.look(finance.page, "explain");
        finance.page.locator("#dialog-yes").click();
        assertThat(finance.page.locator("#differences")).containsText(why);
    }
}

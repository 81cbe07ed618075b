package org.yanqi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong with a key or its agent is told apart on the customer's page, and the same order comes to its good end. */
class KeyTroubleTest {
    private static final String COMPANY = "沈阳华兴建设工程有限公司";
    private static final String KEY = "LN2100000005";
    private static final String ANOTHER_COMPANYS_KEY = "LN2100000004";

    private final Screens screens = new Screens("key-trouble");

    @Test
    void each_trouble_with_agent_and_key_is_told_apart_and_the_update_comes_to_its_end()
            throws IOException, InterruptedException {
        var customer = paid();
        var holder = new KeyHolder(customer);
        var panel = holder.panel(KEY);
        withoutAgent(customer, panel);
        withAnOldAgent(customer, panel);
        withTheBrowserSayingNo(customer, panel);
        panel.locator(".connect-agent").first().click();

        holder.removesAll();
        reads(panel, "没有检测到证书", "no-key");
        holder.insertsOnly(ANOTHER_COMPANYS_KEY);
        reads(panel, "插入的不是这张证书", "wrong-key");
        assertThat(panel).containsText(ANOTHER_COMPANYS_KEY);
        holder.inserts(KEY);
        reads(panel, "同时插入了多个证书", "several-keys");
        holder.removesAll();
        holder.insertsOnly(KEY);
        panel.locator(".read-key").click();
        assertThat(panel.locator(".update-key")).isVisible(KeyHolder.patient());

        locks(holder, panel);
        customerServiceUnlocks(holder);
        assertThat(panel).containsText("客服已处理，可以继续更新", patientText());
        screens.look(customer.page, "mended");

        goesOnInAnotherBrowser(customer, holder, panel);
        Assertions.assertThat(TheDemo.demo().promises()).contains("\"status\":\"UP\"");
    }

    private Customer paid() throws IOException {
        var customer = signedIn(TheDemo.browser().wide());
        customer.orders("刘洋");
        customer.radio("不开具").check();
        customer.goesToPay();
        customer.scans()
                .locator("button", new Page.LocatorOptions().setHasText("立即支付"))
                .click();
        customer.seesPaid();
        customer.page.locator("a.button-link").first().click();
        customer.arrivesAt("update-key");
        return customer;
    }

    private Customer signedIn(Page page) {
        var customer = new Customer(page, screens);
        customer.signsIn("liuyang");
        customer.page.locator("main").getByText(COMPANY).first().click();
        customer.page.waitForURL(url -> !url.contains("identity"));
        return customer;
    }

    private void withoutAgent(Customer customer, Locator panel) throws IOException, InterruptedException {
        var stopped = TheDemo.demo().stopAgent();
        panel.locator(".connect-agent").click();
        assertThat(panel.locator(".agent-missing")).isVisible();
        inBothSizes(customer, panel.locator(".agent-missing"), "agent-missing");
        var download = customer.page.waitForDownload(
                () -> panel.locator("a.agent-download").first().click());
        Assertions.assertThat(download.path()).isNotEmptyFile();
        Assertions.assertThat(TheDemo.demo().get(TheDemo.demo().url("/downloads/agent.properties")))
                .isEqualTo("origins=" + TheDemo.demo().url("") + "\n");
        stopped.startAgain();
        panel.locator(".connect-agent").first().click();
        assertThat(panel.locator(".read-key")).isVisible();
    }

    /** An agent of last year, as far as this page can tell. */
    private void withAnOldAgent(Customer customer, Locator panel) {
        var capabilities = "**/v1/capabilities";
        customer.page.route(
                capabilities,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                        .setContentType("application/json")
                        .setBodyBytes("{\"version\":\"0.9.3\",\"protocol\":1}".getBytes(StandardCharsets.UTF_8))));
        customer.page.reload();
        panel.locator(".connect-agent").click();
        assertThat(panel.locator(".agent-outdated")).containsText("0.9.3");
        inBothSizes(customer, panel.locator(".agent-outdated"), "agent-outdated");
        customer.page.unroute(capabilities);
    }

    private void withTheBrowserSayingNo(Customer customer, Locator panel) {
        customer.page.route("**/v1/**", Route::abort);
        customer.page.evaluate("() => { navigator.permissions.query = () => Promise.resolve({ state: 'denied' }); }");
        panel.locator(".connect-agent").first().click();
        assertThat(panel.locator(".agent-denied")).isVisible();
        inBothSizes(customer, panel.locator(".agent-denied"), "agent-denied");
        customer.page.unroute("**/v1/**");
        customer.page.reload();
    }

    private void reads(Locator panel, String words, String picture) {
        panel.locator(".read-key").click();
        assertThat(panel).containsText(words, patientText());
        screens.look(panel.page(), picture);
    }

    /** Six wrong PINs; each time the agent's window says how many tries are left. */
    private void locks(KeyHolder holder, Locator panel) {
        var window = holder.asksForPin(panel);
        for (var left = 5; left >= 1; left--) {
            window.locator("input[name=pin]").fill("000000");
            window.locator("button.first").click();
            assertThat(window.locator("body")).containsText(String.valueOf(left));
            screens.look(window, "pin-wrong-" + left);
        }
        window.locator("input[name=pin]").fill("000000");
        window.locator("button.first").click();
        assertThat(panel).containsText("证书密码已锁定", patientText());
        screens.look(panel.page(), "pin-locked");
    }

    private void customerServiceUnlocks(KeyHolder holder) {
        var service = new Staff(TheDemo.browser().wide(), screens);
        service.signsIn("kefu");
        service.opens("处理更新失败", COMPANY);
        holder.isUnlockedAtTheCounter(KEY);
        service.chooses("已解锁");
        service.field("reason").fill("柜台已解锁，密码恢复为初始密码");
        service.handsIn("提交");
    }

    /** The page is lost while the agent waits for the PIN: reloaded, and gone on with in another browser. */
    private void goesOnInAnotherBrowser(Customer customer, KeyHolder holder, Locator panel) {
        customer.page.reload();
        panel.locator(".connect-agent").click();
        panel.locator(".read-key").click();
        assertThat(panel.locator(".update-key")).isVisible(KeyHolder.patient());
        holder.asksForPin(panel).close();
        customer.page.reload();
        assertThat(panel.locator("a.pin-page")).isVisible(KeyHolder.patient());
        screens.look(customer.page, "reloaded");

        var elsewhere = signedIn(TheDemo.browser().narrow());
        elsewhere.page.navigate(customer.page.url());
        var other = new KeyHolder(elsewhere);
        var there = other.panel(KEY);
        there.locator(".connect-agent").click();
        there.locator(".read-key").click();
        assertThat(there.locator(".update-key")).isVisible(KeyHolder.patient());
        screens.look(elsewhere.page, "another-browser");
        other.entersPin(other.asksForPin(there), "111111");
        other.seesTheNewExpiry(there);
        holder.seesTheNewExpiry(panel);
    }

    private void inBothSizes(Customer customer, Locator what, String name) {
        assertThat(what).isVisible();
        screens.look(customer.page, name);
        customer.page.setViewportSize(390, 844);
        screens.look(customer.page, name + "-narrow");
        customer.page.setViewportSize(1280, 900);
    }

    private static LocatorAssertions.ContainsTextOptions patientText() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(KeyHolder.LONG);
    }
}

package org.yanqi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;

/** A customer at a browser: the steps of the guide. */
class Customer {
    final Page page;
    final Screens screens;

    Customer(Page page, Screens screens) {
        this.page = page;
        this.screens = screens;
    }

    void signsIn(String login) {
        signsIn(login, "demo-2026-Yanqi");
    }

    void signsIn(String login, String password) {
        page.navigate(TheDemo.demo().url("/login"));
        screens.look(page, "sign-in");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator checkbox(String name) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
    }

    Locator radio(String name) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void fills(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(value);
    }

    private void next(String step) {
        button("下一步").click();
        arrivesAt(step);
    }

    void arrivesAt(String step) {
        page.waitForURL(Pattern.compile(".*/renewal/[0-9a-f-]+/" + step));
    }

    /** Chooses these holders' certificates and comes to the platforms. */
    void choosesCertificates(String... holders) {
        button("办理延期").first().click();
        arrivesAt("select-certificates");
        for (var holder : holders) {
            checkbox(holder).check();
        }
        screens.look(page, "select-certificates");
        next("bind-platforms");
    }

    void acceptsThePackage() {
        checkbox("我已核对").check();
        screens.look(page, "bind-platforms");
        next("declare-open-bids");
    }

    void declaresNoOpenBids() {
        for (var none : page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("没有")))
                .all()) {
            none.check();
        }
        screens.look(page, "declare-open-bids");
        next("confirm-order");
    }

    void confirmsTheOrder() {
        screens.look(page, "confirm-order");
        button("提交订单").click();
        arrivesAt("choose-invoice");
    }

    /** From the home page to the choice of invoice. */
    void orders(String... holders) {
        choosesCertificates(holders);
        acceptsThePackage();
        declaresNoOpenBids();
        confirmsTheOrder();
    }

    void titles(String name, String taxNumber) {
        fills("名称", name);
        fills("纳税人识别号", taxNumber);
    }

    void goesToPay() {
        screens.look(page, "choose-invoice");
        button("立即支付").click();
        arrivesAt("pay");
        assertThat(page.locator(".qr")).isVisible();
        screens.look(page, "pay");
    }

    /** Reads the QR code on this screen and opens it on a phone. */
    Page scans() throws IOException {
        var picture = page.locator(".qr");
        picture.evaluate("element => element.scrollIntoView({block: 'center'})");
        var code = RealBrowser.readQrCode(picture);
        var phone = TheDemo.browser().narrow();
        phone.navigate(code);
        return phone;
    }

    /** Switches the language, and waits for the page that comes anew in it. */
    void switchesLanguage() {
        page.evaluate("() => { window.before = true; }");
        page.locator("#language").click();
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
    }

    void seesPaid() {
        assertThat(page.locator("#paid")).isVisible();
        screens.look(page, "paid");
    }
}

package org.yanqi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The pages of certificates, for the customer and at the desk, in both languages and widths; a revocation by two persons. */
class CertificatePagesTest {
    private static final String KEY = "LN2100000007";

    private final Screens screens = new Screens("certificates");

    @Test
    void a_customer_sees_the_life_of_a_certificate_and_its_terms() {
        for (var page : new Page[] {TheDemo.browser().wide(), TheDemo.browser().narrow()}) {
            var customer = new Customer(page, screens);
            page.navigate(TheDemo.demo().url("/login"));
            page.locator("#by-key").click();
            assertThat(page.locator("#sign-in-with-key")).isVisible();
            screens.look(page, "sign-in-key");
            customer.signsIn("limin");
            page.navigate(TheDemo.demo().url("/certificates"));
            page.locator("main .list a.list-title, main .list a").first().click();
            assertThat(page.locator(".term-chart")).isVisible();
            assertThat(page.locator(".life-line")).containsText("签发");
            screens.look(page, "certificate-zh");
            customer.switchesLanguage();
            assertThat(page.locator(".life-line")).containsText("Issued");
            screens.look(page, "certificate-en");
        }
    }

    @Test
    void two_persons_revoke_a_certificate_from_the_desk() {
        var service = new Staff(TheDemo.browser().wide(), screens);
        service.signsIn("kefu");
        finds(service);
        service.page.locator("#ask-standing").click();
        assertThat(service.page.locator("#standing")).containsText("有效");
        service.page.locator("#raw-signing").click();
        assertThat(service.page.locator("#raw")).containsText("BEGIN CERTIFICATE");
        screens.look(service.page, "desk-certificate-zh");
        service.page.locator("#ask-revocation").click();
        service.page.getByLabel("密钥泄露或锁遗失").check();
        service.field("dialog-reason").fill("客户来电报失");
        screens.look(service.page, "ask-revocation");
        service.page.locator("#dialog-yes").click();
        assertThat(service.page.locator("main")).containsText("待复核");

        var supervisor = new Staff(TheDemo.browser().wide(), screens);
        supervisor.signsIn("zhuguan");
        supervisor.opens("复核吊销证书", "鞍山鼎盛园林绿化工程有限公司");
        supervisor.handsIn("同意吊销");
        supervisor.page.waitForCondition(() -> {
            finds(supervisor);
            return supervisor.page.locator("main").innerText().contains("已吊销");
        });
        supervisor.page.locator("#ask-standing").click();
        assertThat(supervisor.page.locator("#standing")).containsText("已吊销");
        screens.look(supervisor.page, "desk-revoked");

        var auditor = new Staff(TheDemo.browser().narrow(), screens);
        auditor.signsIn("shenji");
        finds(auditor);
        assertThat(auditor.page.locator("#ask-revocation")).hasCount(0);
        auditor.switchesLanguage();
        assertThat(auditor.page.locator(".life-line")).containsText("Revoked");
        screens.look(auditor.page, "desk-certificate-en");
    }

    private void finds(Staff who) {
        who.page.navigate(TheDemo.demo().url("/desk/certificates?q=" + KEY));
        var hit = who.page.locator("main a.row-link").first();
        assertThat(hit).isVisible();
        screens.look(who.page, "desk-certificates");
        hit.click();
        who.page.waitForURL(url -> url.contains("/desk/certificate/"));
        who.page.locator(".life-line").waitFor();
    }
}

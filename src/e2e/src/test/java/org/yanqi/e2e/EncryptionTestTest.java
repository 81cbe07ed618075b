package org.yanqi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A holder lets the key decrypt what was encrypted to its certificate, on the certificate's page. */
class EncryptionTestTest {
    private final Screens screens = new Screens("encryption-test");

    @Test
    void a_holder_sees_that_the_key_decrypts_what_was_encrypted_to_it() {
        var customer = new Customer(TheDemo.browser().wide(), screens);
        new KeyHolder(customer).insertsOnly("LN2100000003");
        customer.signsIn("zhangwei");
        customer.page.navigate(TheDemo.demo().url("/certificates"));
        customer.page.locator("main .list a").first().click();
        customer.page.waitForURL(Pattern.compile(".*/certificates/[0-9a-f-]+"));
        customer.page.locator(".start-self-test").click();
        var pinLink = customer.page.locator("a.pin-page");
        assertThat(pinLink).isVisible(KeyHolder.patient());
        screens.look(customer.page, "pin-asked");
        var window = customer.page.waitForPopup(pinLink::click);
        window.locator("input[name=pin]").fill("111111");
        window.locator("button.first").click();
        assertThat(customer.page.getByText("测试通过")).isVisible(KeyHolder.patient());
        screens.look(customer.page, "passed");
        customer.page.setViewportSize(390, 844);
        screens.look(customer.page, "passed-narrow");
    }
}

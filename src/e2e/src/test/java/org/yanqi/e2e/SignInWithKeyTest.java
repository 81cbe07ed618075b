package org.yanqi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** A holder signs in with the key alone, by the real agent. */
class SignInWithKeyTest {
    private final Screens screens = new Screens("sign-in-with-key");

    @Test
    void a_holder_signs_in_with_the_key_and_no_password() {
        var customer = new Customer(TheDemo.browser().wide(), screens);
        new KeyHolder(customer).insertsOnly("LN2100000003");
        customer.page.navigate(TheDemo.demo().url("/login"));
        customer.page.locator("#by-key").click();
        customer.page.locator("#sign-in-with-key").click();
        var pinLink = customer.page.locator("a.pin-page");
        assertThat(pinLink).isVisible(KeyHolder.patient());
        screens.look(customer.page, "pin-asked");
        var window = customer.page.waitForPopup(pinLink::click);
        window.locator("input[name=pin]").fill("111111");
        window.locator("button.first").click();
        customer.page.waitForURL(url -> !url.contains("/login"));
        assertThat(customer.page.locator("#identity")).containsText("张伟");
        screens.look(customer.page, "signed-in");
    }
}

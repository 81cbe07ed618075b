package org.yanqi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/**
 * A holder with the USB key in hand: the agent's own pages and the page that updates the key. Whoever has done something in the agent's
 * window goes back to the page.
 */
final class KeyHolder {
    /** Milliseconds within which what workers and the agent do is seen at the latest. */
    static final double LONG = 90_000;

    private final Customer customer;
    private final Page agent;

    KeyHolder(Customer customer) {
        this.customer = customer;
        this.agent = customer.page.context().newPage();
        customer.page.bringToFront();
    }

    /** Plugs in this key and pulls all others. */
    void insertsOnly(String keySerial) {
        press(keySerial, "only");
    }

    void inserts(String keySerial) {
        press(keySerial, "insert");
    }

    private void press(String keySerial, String action) {
        agent.navigate(TheDemo.demo().agent("/"));
        agent.locator("form[action='/keys/%s/%s'] button".formatted(keySerial, action))
                .click();
        customer.screens.look(agent, "agent-" + action);
        customer.page.bringToFront();
    }

    /** Pulls all keys. */
    void removesAll() {
        agent.navigate(TheDemo.demo().agent("/"));
        for (var key = agent.locator("form[action$='/remove'] button"); key.count() > 0; ) {
            key.first().click();
            agent.waitForLoadState();
        }
        customer.page.bringToFront();
    }

    /** At the counter, customer service unlocks the PIN with the counter's own. */
    void isUnlockedAtTheCounter(String keySerial) {
        agent.navigate(TheDemo.demo().agent("/"));
        agent.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        var form = agent.locator("form[action='/keys/%s/unlock']".formatted(keySerial));
        form.locator("input[name=counter]").fill("88888888");
        form.locator("input[name=next]").fill("111111");
        form.locator("input[name=repeat]").fill("111111");
        form.locator("button").click();
        customer.screens.look(agent, "agent-unlocked");
        customer.page.bringToFront();
    }

    /** Lets the key fail, as {@code removed-before-write}. */
    void willFail(String keySerial, String fault) {
        agent.navigate(TheDemo.demo().agent("/"));
        var form = agent.locator("form[action='/keys/%s/fault']".formatted(keySerial));
        agent.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        form.locator("select").selectOption(fault);
        form.locator("button").click();
        agent.waitForLoadState();
        customer.page.bringToFront();
    }

    /** Reads the key and starts the update; the PIN goes to the agent's own window. */
    Locator starts(Locator panel) {
        panel.locator(".connect-agent").click();
        panel.locator(".read-key").click();
        assertThat(panel.locator(".update-key")).isVisible(patient());
        customer.screens.look(customer.page, "key-read");
        entersPin(asksForPin(panel), "111111");
        return panel;
    }

    /** Starts the update of a key that was read; @return the agent's own window */
    Page asksForPin(Locator panel) {
        panel.locator(".declare-again").click();
        panel.locator(".update-key").click();
        return opensPinWindow(panel);
    }

    Page opensPinWindow(Locator panel) {
        var pinLink = panel.locator("a.pin-page");
        assertThat(pinLink).isVisible(patient());
        customer.screens.look(customer.page, "pin-asked");
        return customer.page.waitForPopup(pinLink::click);
    }

    void entersPin(Page window, String pin) {
        window.locator("input[name=pin]").fill(pin);
        customer.screens.look(window, "pin");
        window.locator("button.first").click();
        window.waitForLoadState();
        customer.page.bringToFront();
    }

    void seesTheNewExpiry(Locator panel) {
        assertThat(panel.locator(".new-expiry")).isVisible(patient());
        customer.screens.look(customer.page, "key-updated");
    }

    static LocatorAssertions.IsVisibleOptions patient() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(LONG);
    }

    /** The panel of one key on the page. */
    Locator panel(String keySerial) {
        return customer.page.locator(".key-panel", new Page.LocatorOptions().setHasText(keySerial));
    }
}

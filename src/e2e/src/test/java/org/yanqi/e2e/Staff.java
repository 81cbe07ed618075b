package org.yanqi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A member of staff at the desk. */
final class Staff extends Customer {
    /** There are rows, and each of them speaks of this company. */
    private static final String ONLY = "company => {"
            + " const rows = [...document.querySelectorAll('#work-items .mono + span')].filter(one => one.offsetParent);"
            + " return rows.length > 0 && rows.every(one => one.title.includes(company)); }";

    Staff(Page page, Screens screens) {
        super(page, screens);
    }

    /** Opens the workbench, looks for this company and opens its work item of this kind. */
    void opens(String kind, String company) {
        page.navigate(TheDemo.demo().url("/desk"));
        field("filter-text").fill(company);
        page.waitForFunction(ONLY, company, new Page.WaitForFunctionOptions().setTimeout(KeyHolder.LONG));
        var item = page.locator("main a, main vaadin-grid-cell-content a", new Page.LocatorOptions().setHasText(kind))
                .first();
        assertThat(item).isVisible(KeyHolder.patient());
        screens.look(page, "desk");
        item.click();
        page.waitForURL(url -> url.contains("/desk/item/"));
        assertThat(page.locator("main")).containsText(company);
        screens.look(page, "item-" + kind);
    }

    Locator field(String id) {
        return page.locator("#" + id + " input, #" + id + " textarea").first();
    }

    void chooses(String outcome) {
        page.getByLabel(outcome).first().check();
    }

    /** Hands the form in and sees that it was taken. */
    void handsIn(String button) {
        button(button).click();
        page.waitForURL(url -> !url.contains("/desk/item/"));
    }
}

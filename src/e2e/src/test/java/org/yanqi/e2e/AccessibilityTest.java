package org.yanqi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** axe finds nothing serious on the pages people open most, in both languages. */
class AccessibilityTest {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final Screens screens = new Screens("accessibility");

    @Test
    void the_customers_pages_have_no_serious_hindrance() {
        var customer = new Customer(TheDemo.browser().narrow(), screens);
        customer.page.navigate(TheDemo.demo().url("/login"));
        customer.page.locator("input[name=username]").waitFor();
        check(customer.page, "login");
        customer.signsIn("limin");
        for (var path : List.of("/", "/certificates", "/orders", "/invoices")) {
            open(customer, path);
        }
        customer.switchesLanguage();
        open(customer, "/");
    }

    @Test
    void the_desks_pages_have_no_serious_hindrance() {
        var staff = new Customer(TheDemo.browser().wide(), screens);
        staff.signsIn("zhuguan");
        for (var path : List.of("/desk", "/desk/cases", "/desk/days", "/desk/record")) {
            open(staff, path);
        }
    }

    private void open(Customer who, String path) {
        who.page.navigate(TheDemo.demo().url(path));
        who.page.locator("main h1").first().waitFor();
        screens.look(who.page, "page" + path.replace('/', '-'));
        check(who.page, path);
    }

    /** Of a long list the first rows stand for all that look like them. */
    private static void check(Page page, String what) {
        var found = new AxeBuilder(page)
                        .exclude("tbody tr:nth-child(n+11)")
                        .exclude("vaadin-grid-cell-content:nth-child(n+150)")
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList();
        assertThat(found).as("what hinders on " + what).isEmpty();
    }
}

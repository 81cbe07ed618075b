package org.yanqi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that the product itself says is said in English too; what stays Chinese are names and what people wrote. */
class EnglishTest {
    /** The product's own words: what is on screen outside of tables' cells and values. */
    private static final String CHROME = "h1, th, nav a, vaadin-button, button, label, legend, .callout-title, .lead,"
            + " .empty-state, vaadin-radio-button, vaadin-checkbox";

    private final Screens screens = new Screens("english");

    @Test
    void customers_pages_speak_english() {
        var customer = new Customer(TheDemo.browser().wide(), screens);
        customer.page.navigate(TheDemo.demo().url("/login"));
        customer.switchesLanguage();
        customer.page.locator("input[name=username]").waitFor();
        checkBothSizes(customer.page, "login");
        customer.page.navigate(TheDemo.demo().url("/password/forgotten"));
        customer.page.locator("main h1").first().waitFor();
        checkBothSizes(customer.page, "forgotten");
        customer.signsIn("wangjianguo");
        walks(customer, List.of("/", "/certificates", "/orders", "/invoices", "/titles", "/password/change"));
    }

    @Test
    void staffs_pages_speak_english() {
        for (var who : List.of("kefu", "caiwu", "zhuguan", "guanli", "shenji")) {
            var staff = new Customer(TheDemo.browser().wide(), screens);
            staff.signsIn(who);
            staff.switchesLanguage();
            walks(staff, pagesOf(who));
        }
    }

    private static List<String> pagesOf(String who) {
        return switch (who) {
            case "kefu", "caiwu" -> List.of("/desk");
            case "guanli" -> List.of("/admin/accounts", "/admin/platforms", "/admin/calendar", "/admin/parameters");
            case "shenji" -> List.of("/desk/cases", "/desk/record", "/admin/parameters");
            default -> List.of("/desk", "/desk/cases", "/desk/record");
        };
    }

    private void walks(Customer who, List<String> paths) {
        for (var path : paths) {
            who.page.navigate(TheDemo.demo().url(path));
            who.page.locator("main h1").first().waitFor();
            checkBothSizes(who.page, "page" + path.replace('/', '-'));
        }
    }

    private void checkBothSizes(Page page, String what) {
        screens.look(page, what);
        @SuppressWarnings("unchecked")
        var chinese = (List<String>) page.evaluate(
                "chrome => [...document.querySelectorAll(chrome)].filter(one => one.id !== 'language' &&"
                        + " one.offsetParent).map(one => one.innerText.replace('王建国', '').trim()).filter(text =>"
                        + " /[\\u4e00-\\u9fff]/.test(text))",
                CHROME);
        assertThat(chinese).as("Chinese words on the English page " + what).isEmpty();
        page.setViewportSize(390, 844);
        screens.look(page, what + "-narrow");
        page.setViewportSize(1280, 900);
    }
}

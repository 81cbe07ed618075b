package org.yanqi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Keeps a picture of each step under {@code target/screens} and looks at it as far as a program can. */
final class Screens {
    private static final String UNTRANSLATED =
            "(?s).*(!\\{|\\b(refusal|record|warning|step|work|outcome|error)\\.[a-z][a-zA-Z.-]+).*";

    /** Vaadin's clients have nothing under way, and two frames were painted since. */
    private static final String AT_REST = "() => new Promise(done => {"
            + " const busy = () => Object.values(window.Vaadin?.Flow?.clients ?? {}).some(one => one.isActive?.());"
            + " const look = calm => calm > 1 ? done(true) : requestAnimationFrame(() => look(busy() ? 0 : calm + 1));"
            + " look(0); })";

    private final String story;
    private int next = 1;

    Screens(String story) {
        this.story = story;
    }

    /**
     * Takes the picture; fails on overflow, untranslated keys and raw exceptions. The page comes to the front, as one cannot look at it
     * otherwise: browsers paint a page behind another one only once in a while.
     */
    void look(Page page, String step) {
        page.bringToFront();
        page.evaluate(AT_REST);
        var file = Path.of("target", "screens", story, "%02d-%s.png".formatted(next++, step));
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        var text = page.locator("body").innerText();
        assertThat(text).as("words on " + step).doesNotContain("Exception").doesNotMatch(UNTRANSLATED);
        var overflow = (Number)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow.intValue()).as("overflow in pixels on " + step).isLessThanOrEqualTo(0);
    }
}

package org.yanqi.e2e;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;

/** One demo and one browser for all stories of a run: each story has a company of its own. */
final class TheDemo {
    private static final RunningDemo DEMO = start();
    private static final RealBrowser BROWSER = new RealBrowser();

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    private TheDemo() {}

    static RunningDemo demo() {
        return DEMO;
    }

    static RealBrowser browser() {
        return BROWSER;
    }

    private static RunningDemo start() {
        try {
            return RunningDemo.start();
        } catch (IOException notStarted) {
            throw new IllegalStateException(notStarted);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}

package org.yanqi.e2e;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One demo and one browser for all stories of a run: each story has a company of its own. */
final class TheDemo {
    private static final FutureTask<RunningDemo> DEMO = new FutureTask<>(RunningDemo::start);
    private static RealBrowser browser;

    private TheDemo() {}

    /** Starts the demo, which takes a minute or two, while the tests that do without it go on. */
    static void begin() {
        var start = new Thread(DEMO, "start-demo");
        start.setDaemon(true);
        start.start();
    }

    /** The demo, as soon as it is ready; starts it here unless it was begun. */
    static RunningDemo demo() {
        DEMO.run();
        try {
            return DEMO.get();
        } catch (ExecutionException notStarted) {
            throw new IllegalStateException(notStarted.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    static synchronized RealBrowser browser() {
        if (browser == null) {
            browser = new RealBrowser();
            PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        }
        return browser;
    }

    static synchronized void everybodyLeaves() {
        if (browser != null) {
            browser.everybodyLeaves();
        }
    }
}

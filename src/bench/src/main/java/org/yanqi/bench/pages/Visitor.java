package org.yanqi.bench.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The system's Chromium; each visit is a browser profile of its own with nothing cached. */
final class Visitor implements AutoCloseable {
    /** After the page is loaded and its components have drawn themselves, milliseconds. */
    private static final double QUIET = 2000;

    private static final String PAINTS = """
            () => new Promise(resolve => {
              let largest = 0;
              new PerformanceObserver(list => list.getEntries().forEach(entry => largest = entry.startTime))
                .observe({type: 'largest-contentful-paint', buffered: true});
              setTimeout(() => {
                const at = name => performance.getEntriesByName(name)[0]?.startTime ?? 0;
                resolve([at('first-paint'), at('first-contentful-paint'), largest]);
              }, 200);
            })""";

    private final Playwright playwright;
    private final Browser browser;
    private final URI home;

    Visitor(Path chromium, URI home) {
        this.home = home;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    String version() {
        return "Chromium " + browser.version();
    }

    /** Signs in and gives the session's cookies, to be used by visits. */
    String signIn(String account, String password) {
        try (var context = profile(null)) {
            var page = context.newPage();
            page.navigate(home.resolve("/login").toString());
            page.locator("input[name=username]").fill(account);
            page.locator("input[name=password]").fill(password);
            page.locator("vaadin-login-form vaadin-button[theme~=primary]")
                    .first()
                    .click();
            page.waitForURL(where -> !where.contains("/login"));
            return context.storageState();
        }
    }

    /** @param session the cookies of a signed-in session, null for a stranger */
    Visit visit(String path, @Nullable String session) {
        try (var context = profile(session)) {
            var page = context.newPage();
            var requests = new LongAdder();
            var bytes = new LongAdder();
            var network = context.newCDPSession(page);
            network.send("Network.enable");
            network.on("Network.loadingFinished", event -> {
                requests.increment();
                bytes.add(event.get("encodedDataLength").getAsLong());
            });
            page.navigate(home.resolve(path).toString());
            page.locator("h1").first().waitFor();
            page.waitForTimeout(QUIET);
            var paints = (List<?>) page.evaluate(PAINTS);
            return new Visit(
                    requests.sum(), bytes.sum(), millis(paints.get(0)), millis(paints.get(1)), millis(paints.get(2)));
        }
    }

    private BrowserContext profile(@Nullable String session) {
        var options = new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai");
        if (session != null) {
            options.setStorageState(session);
        }
        var context = browser.newContext(options);
        context.setDefaultTimeout(60_000);
        return context;
    }

    private static long millis(Object moment) {
        return Math.round(((Number) moment).doubleValue());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

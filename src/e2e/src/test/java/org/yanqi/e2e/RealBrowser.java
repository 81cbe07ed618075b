package org.yanqi.e2e;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The system's Chromium, driven as a person would. */
final class RealBrowser implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    RealBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A person at a desk, with a browser session of their own. */
    Page wide() {
        return person(1280, 900);
    }

    /** A person with a phone. */
    Page narrow() {
        return person(390, 844);
    }

    private Page person(int width, int height) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(30_000);
        return context.newPage();
    }

    /** Reads the QR code that stands in this picture on screen, as a phone's camera would. */
    static String readQrCode(Locator picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture.screenshot()));
        var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
        try {
            return new QRCodeReader().decode(bitmap).getText();
        } catch (NotFoundException | ChecksumException | FormatException unreadable) {
            throw new IOException("no QR code can be read on screen", unreadable);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

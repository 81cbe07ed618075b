package org.yanqi.e2e;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The system's Chromium, driven as a person would; the one that needs no screen if it is there, since it is a third faster. */
final class RealBrowser implements AutoCloseable {
    private static final Path WITHOUT_SCREEN = Path.of("/usr/bin/chromium-headless-shell");
    private static final Path USUAL = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    RealBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Files.exists(WITHOUT_SCREEN) ? WITHOUT_SCREEN : USUAL)
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
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(60_000);
        return context.newPage();
    }

    /** Closes all pages with their sessions. */
    void everybodyLeaves() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    /**
     * Reads the QR code that stands in this picture on screen. ZXing takes something else for a corner in about one of two
     * hundred codes that stand quite upright, so it looks again at the picture turned, as a hand with a phone does by itself.
     */
    static String readQrCode(Locator picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture.screenshot()));
        for (var degrees : new int[] {0, 10, 33, -20}) {
            try {
                var seen = new BufferedImageLuminanceSource(turned(image, degrees));
                return new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                        .getText();
            } catch (NotFoundException | ChecksumException | FormatException unreadable) {
                continue;
            }
        }
        throw new IOException("no QR code can be read on screen");
    }

    private static BufferedImage turned(BufferedImage image, int degrees) {
        var side = 3 * Math.max(image.getWidth(), image.getHeight()) / 2;
        var turned = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var hand = turned.createGraphics();
        hand.setColor(Color.WHITE);
        hand.fillRect(0, 0, side, side);
        hand.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        hand.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
        hand.drawImage(image, (side - image.getWidth()) / 2, (side - image.getHeight()) / 2, null);
        hand.dispose();
        return turned;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

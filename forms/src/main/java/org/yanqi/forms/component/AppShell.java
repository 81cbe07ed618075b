package org.yanqi.forms.component;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.CRC32;

/** The page around every screen: style sheet, push, icon. Screens follow changes by push (ui.md). */
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
public class AppShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;
    private static final String STYLE = "style/yanqi.css";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("stylesheet", STYLE + "?v=" + version());
        settings.addLink("icons/yanqi.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addMetaTag("theme-color", "#12303B");
        settings.setPageTitle("延期");
    }

    /** Browsers keep the style sheet for long; a changed one has another address. */
    private static String version() {
        try (var in = AppShell.class.getResourceAsStream("/META-INF/resources/" + STYLE)) {
            var sum = new CRC32();
            sum.update(in == null ? new byte[0] : in.readAllBytes());
            return Long.toHexString(sum.getValue());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

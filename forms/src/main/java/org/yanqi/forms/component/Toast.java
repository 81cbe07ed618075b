package org.yanqi.forms.component;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** A short message that goes by itself and is read out. */
public final class Toast {
    private static final int SHORT = 3_000;
    private static final int LONG = 8_000;

    private Toast() {}

    public static void good(String text) {
        show(text, SHORT, NotificationVariant.LUMO_SUCCESS);
    }

    public static void bad(String text) {
        var shown = show(text, LONG, NotificationVariant.LUMO_ERROR);
        shown.setAssertive(true);
    }

    private static Notification show(String text, int millis, NotificationVariant variant) {
        var shown = Notification.show(text, millis, Notification.Position.TOP_CENTER);
        shown.addThemeVariants(variant);
        return shown;
    }
}

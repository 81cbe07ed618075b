package org.yanqi.forms.component;

import com.vaadin.flow.component.UI;

/** What the browser says while the server cannot be reached. */
final class Reconnecting {
    private Reconnecting() {}

    static void speak(UI ui) {
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(ui.getTranslation("connection.lost"));
        dialog.setDialogTextGaveUp(ui.getTranslation("connection.gave-up"));
    }
}

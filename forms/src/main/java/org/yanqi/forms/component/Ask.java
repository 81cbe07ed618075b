package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something that cannot be taken back. */
public final class Ask {
    private Ask() {}

    /** @param prefix of the keys {@code .title}, {@code .text}, {@code .yes}, {@code .no} */
    public static ConfirmDialog danger(Component from, String prefix, Runnable yes) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(from.getTranslation(prefix + ".title"));
        dialog.setText(from.getTranslation(prefix + ".text"));
        dialog.setConfirmText(from.getTranslation(prefix + ".yes"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelText(from.getTranslation(prefix + ".no"));
        dialog.setCancelable(true);
        dialog.addConfirmListener(confirmed -> yes.run());
        dialog.open();
        return dialog;
    }
}

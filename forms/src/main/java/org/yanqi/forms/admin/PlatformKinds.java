package org.yanqi.forms.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.yanqi.forms.component.Texts;

/** The catalogue's kinds of platform, in the language of the screen. */
final class PlatformKinds {
    private PlatformKinds() {}

    static String name(Component where, String kind) {
        var key = "platform-kind." + kind.replace(' ', '-');
        var ui = UI.getCurrent();
        return Texts.has(key, ui == null ? Texts.CHINESE : ui.getLocale()) ? where.getTranslation(key) : kind;
    }
}

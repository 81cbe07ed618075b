package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import org.yanqi.forms.component.Texts;

/** Texts for words that may come from outside and have none. */
final class DeskTexts {
    private DeskTexts() {}

    static String or(Component where, String key, String otherwise) {
        return Texts.has(key, WorkTitle.locale()) ? where.getTranslation(key) : otherwise;
    }
}

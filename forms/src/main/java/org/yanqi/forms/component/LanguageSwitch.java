package org.yanqi.forms.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Switches between Chinese and English, for this session. */
class LanguageSwitch extends Button {
    private static final long serialVersionUID = 1L;

    LanguageSwitch() {
        var english = UI.getCurrent().getLocale().getLanguage().equals("en");
        setText(english ? "中文" : "English");
        getElement().setAttribute("lang", english ? "zh-CN" : "en");
        setId("language");
        addClassName("language");
        addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        addClickListener(clicked -> SessionStart.language(UI.getCurrent(), english ? "zh" : "en"));
    }
}

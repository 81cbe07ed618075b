package org.yanqi.agent.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The agent's words in one language; Chinese is the first, English the other. */
final class Texts {
    static final Texts CHINESE = new Texts("zh", Locale.CHINA);
    static final Texts ENGLISH = new Texts("en", Locale.ENGLISH);

    private final String language;
    private final ResourceBundle bundle;

    private Texts(String language, Locale locale) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "org.yanqi.agent.web.texts", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    static Texts of(String language) {
        return "en".equals(language) ? ENGLISH : CHINESE;
    }

    String language() {
        return language;
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    String get(String key, Object... values) {
        return MessageFormat.format(bundle.getString(key), values);
    }

    /** The text of an error code; a general one for the codes with which a product refuses. */
    String error(String code) {
        return get(has("error." + code) ? "error." + code : "error.refused");
    }
}

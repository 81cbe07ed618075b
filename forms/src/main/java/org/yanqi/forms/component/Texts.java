package org.yanqi.forms.component;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** All texts of the screens, from the message bundles: Chinese first, English by switch. */
@Component
public class Texts implements I18NProvider {
    private static final long serialVersionUID = 1L;
    private static final String BUNDLE = "org.yanqi.forms.messages";

    /** The language of a new session. */
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    public static final Locale ENGLISH = Locale.ENGLISH;

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(CHINESE, ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return text(key, locale, params);
    }

    /** The text, or the key itself where there is none: a test keeps that from happening. */
    public static String text(String key, Locale locale, Object... params) {
        var bundle = bundle(locale);
        try {
            var pattern = bundle.getString(key);
            return params.length == 0 ? pattern : new MessageFormat(pattern, locale).format(params);
        } catch (MissingResourceException missing) {
            return key;
        }
    }

    /** True if there is a text for this key. */
    public static boolean has(String key, Locale locale) {
        return bundle(locale).containsKey(key);
    }

    private static ResourceBundle bundle(Locale locale) {
        var language = locale.getLanguage().equals("en") ? ENGLISH : Locale.CHINESE;
        return ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}

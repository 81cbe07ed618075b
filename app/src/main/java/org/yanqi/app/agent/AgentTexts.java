package org.yanqi.app.agent;

import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** The agent's sentences in Chinese or English. */
@Component
class AgentTexts {
    private static final String BUNDLE = "org.yanqi.app.agent.messages";
    private static final String UNKNOWN = "refused";

    /** Chinese unless English is asked for; a code without a sentence gets a general one. */
    String of(String code, Locale language) {
        Locale spoken = language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE, spoken, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.getString(bundle.containsKey(code) ? code : UNKNOWN);
    }
}

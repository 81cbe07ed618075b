package org.yanqi.forms.component;

import java.util.Locale;

/** What a colour means; never colour alone, a word always stands with it. */
public enum Tone {
    NEUTRAL,
    GOOD,
    NOTICE,
    WARNING,
    DANGER;

    /** The style sheet's name. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.yanqi.forms.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Texts;
import org.yanqi.forms.component.Tone;

/** Tells the failures of a key apart: what happened, that nothing was lost, what to do (certificates.md). */
final class KeyFailure {
    private KeyFailure() {}

    /**
     * @param said code of the agent or the server
     * @param triesLeft PIN tries left, negative if unknown
     * @param found what was found instead
     */
    static Callout callout(Component where, String said, int triesLeft, @Nullable String found) {
        var code = said.equals("none") ? "no-key" : said;
        var key = Texts.has("key-failure." + code + ".title", Texts.CHINESE) ? code : "other";
        var lines = new ArrayList<Component>();
        lines.add(new Paragraph(where.getTranslation("key-failure." + key + ".text")));
        if (triesLeft >= 0) {
            lines.add(new Paragraph(where.getTranslation("key.pin.tries", Format.number(triesLeft))));
        }
        if (found != null && !found.isBlank()) {
            lines.add(new Paragraph(where.getTranslation("key.found", found)));
        }
        return new Callout(
                Tone.DANGER, where.getTranslation("key-failure." + key + ".title"), lines.toArray(Component[]::new));
    }
}

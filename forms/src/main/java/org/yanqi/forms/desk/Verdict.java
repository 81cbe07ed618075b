package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Texts;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.record.VerifyRecord.Verification;

/** What walking the chain of the record found. */
final class Verdict {
    private static final int SHOWN = 50;

    private Verdict() {}

    static Callout of(Component where, Verification found) {
        var read = Format.number(found.entries());
        if (found.faults().isEmpty()) {
            return new Callout(
                    Tone.GOOD,
                    where.getTranslation("record.whole.title"),
                    where.getTranslation("record.whole.text", read));
        }
        var faults = new UnorderedList();
        found.faults().stream().limit(SHOWN).forEach(fault -> faults.add(new ListItem(sentence(where, fault))));
        return new Callout(
                Tone.DANGER,
                where.getTranslation(
                        "record.broken.title", Format.number(found.faults().size()), read),
                faults);
    }

    /** A word and a place, as in {@code changed 17}. */
    private static String sentence(Component where, String fault) {
        var space = fault.indexOf(' ');
        var word = space < 0 ? fault : fault.substring(0, space);
        var place = space < 0 ? "" : fault.substring(space + 1);
        var key = "record.fault." + word;
        return Texts.has(key, WorkTitle.locale()) ? where.getTranslation(key, place) : fault;
    }
}

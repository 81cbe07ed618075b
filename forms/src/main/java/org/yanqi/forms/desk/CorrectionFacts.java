package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.process.invoicing.Correction;

/** A red letter: why, how far, under which numbers. */
class CorrectionFacts extends Div {
    private static final long serialVersionUID = 1L;

    CorrectionFacts(Correction correction) {
        add(new Facts()
                .fact(getTranslation("red-letter.serial"), new Copyable(correction.serial()))
                .fact(getTranslation("red-letter.reason"), getTranslation("red-letter-reason." + correction.reason()))
                .fact(getTranslation("red-letter.rest"), Format.money(correction.restFen()))
                .fact(getTranslation("red-letter.confirmation"), copyable(correction.confirmation()))
                .fact(getTranslation("red-letter.number"), copyable(correction.redNumber()))
                .fact(getTranslation("red-letter.asked"), Format.dateTime(correction.asked()))
                .fact(getTranslation("red-letter.ended"), Format.dateTime(correction.ended()))
                .fact(getTranslation("red-letter.trouble"), Format.text(correction.trouble())));
    }

    private static Copyable copyable(@Nullable String number) {
        return new Copyable(number == null ? "" : number);
    }
}

package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Texts;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.rekey.Rekey;
import org.yanqi.process.rekey.RekeyStage;
import org.yanqi.process.rekey.Rekeys;
import org.yanqi.process.rekey.SettleRekey;

/** Customer service brings a key that failed to a good end; what the customer gives up stays owed (R6, R7). */
class SettleFailure extends ItemForm {
    private static final long serialVersionUID = 1L;

    private final transient SettleRekey settle;
    private final RadioButtonGroup<String> outcome;
    private final DeferUntil until;
    private final TextArea reason = reason("reason", "desk.reason");

    SettleFailure(ItemContext context, Rekeys rekeys, SettleRekey settle, Clock clock) {
        super(context);
        this.settle = settle;
        var rekey = rekeys.one(context.actor(), context.subject());
        until = new DeferUntil(clock, errors);
        outcome = outcomes("outcome", possible(rekey));
        outcome.addValueChangeListener(changed -> until.setVisible("defer".equals(changed.getValue())));
        var code = rekey.givenUp() == null ? rekey.failure() : "given-up";
        var words = new Paragraph(getTranslation("failure.words", Format.text(rekey.failureDetail())));
        words.setVisible(rekey.failureDetail() != null && !rekey.failureDetail().isBlank());
        add(
                errors,
                new Callout(
                        Tone.DANGER,
                        getTranslation("failure.title", failure(code)),
                        words,
                        new Paragraph(advice(code)),
                        new Paragraph(
                                getTranslation("failure.stage", getTranslation("rekey-stage." + rekey.stage())))));
        if (context.theCase() != null) {
            add(new ItemsTable(context.theCase(), rekey.item()));
        }
        add(outcome, until, reason, buttons(submit("item.submit", this::decide)));
    }

    /** Resuming needs a certificate that was issued. */
    private static List<String> possible(Rekey rekey) {
        return rekey.stage().compareTo(RekeyStage.ISSUED) >= 0
                ? List.of("resume", "retry", "unlock", "defer", "keep-owed", "settle")
                : List.of("retry", "unlock", "defer", "keep-owed", "settle");
    }

    private String failure(@Nullable String code) {
        return known("rekey-failure.", code);
    }

    private String advice(@Nullable String code) {
        return known("rekey-advice.", code);
    }

    private String known(String prefix, @Nullable String code) {
        var key = prefix + code;
        return getTranslation(Texts.has(key, getLocale()) ? key : prefix + "other");
    }

    private void decide() {
        if (!missing(outcome.getValue() == null, "outcome", "refusal.decision-missing")) {
            finish(settle.failure(
                    context.actor(), context.id(), outcome.getValue(), reason.getValue(), until.chosen(outcome)));
        }
    }
}

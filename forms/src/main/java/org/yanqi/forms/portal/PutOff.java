package org.yanqi.forms.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Dates;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.record.Actor;
import org.yanqi.process.rekey.OpenBidChoices;
import org.yanqi.process.rekey.PlatformAnswer;
import org.yanqi.process.rekey.PlatformAnswer.Said;
import org.yanqi.process.rekey.Rekey;

/**
 * What the customer can do while a key waits: see which platform said what, declare again, wait for a day, go on earlier (R4), take up
 * again what was given up (R6).
 */
class PutOff extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient OpenBidChoices choices;
    private final transient Catalogue catalogue;
    private final transient Consumer<Rekey> moved;
    private final UUID item;
    private final ErrorSummary errors = new ErrorSummary();

    /** @param moved gets the update as it stands after a choice */
    PutOff(
            Actor actor,
            UUID item,
            OpenBidChoices choices,
            Catalogue catalogue,
            boolean waiting,
            boolean givenUp,
            boolean held,
            Consumer<Rekey> moved) {
        this.actor = actor;
        this.item = item;
        this.choices = choices;
        this.catalogue = catalogue;
        this.moved = moved;
        addClassNames("stack", "put-off");
        add(errors);
        if (waiting) {
            var words = givenUp ? "put-off.again" : "put-off.earlier";
            var earlier = button(words, "go-on-earlier", () -> choices.goOnEarlier(actor, item));
            earlier.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(new Paragraph(getTranslation(words + ".text")), earlier);
        } else if (held) {
            var said = choices.answers(actor, item);
            if (!said.isEmpty()) {
                add(facts(said));
                add(day());
            }
        } else {
            var later = new NativeDetails(getTranslation("put-off.title"), day());
            later.addClassName("put-off-later");
            add(later);
        }
    }

    private Callout facts(List<PlatformAnswer> said) {
        var open = said.stream().anyMatch(one -> one.said() == Said.OPEN);
        var list = new UnorderedList();
        said.stream()
                .filter(one -> one.said() != Said.NONE)
                .forEach(one -> list.add(new ListItem(
                        one.said() == Said.UNKNOWN
                                ? getTranslation("put-off.silent", name(one))
                                : getTranslation(
                                        "put-off.open",
                                        name(one),
                                        Format.text(one.project()),
                                        Format.dateTime(one.opensAt())))));
        var callout = new Callout(
                open ? Tone.DANGER : Tone.WARNING,
                getTranslation(open ? "put-off.found.title" : "put-off.unknown.title"),
                list);
        if (open) {
            callout.add(
                    new Paragraph(getTranslation("put-off.found.text")),
                    new OrderedList(
                            new ListItem(getTranslation("bids.remedy.wait")),
                            new ListItem(getTranslation("bids.remedy.again")),
                            new ListItem(getTranslation("bids.remedy.help"))));
        } else {
            callout.add(
                    new Paragraph(getTranslation("put-off.unknown.text")),
                    button("put-off.declare", "declare-where-silent", () -> choices.declareAgain(actor, item)));
        }
        return callout;
    }

    private String name(PlatformAnswer said) {
        return catalogue.one(said.platform()).name();
    }

    private Div day() {
        var day = new DatePicker(getTranslation("put-off.day"));
        day.setId("putOffUntil");
        day.setI18n(Dates.i18n(this));
        errors.field("putOffUntil", day);
        var wait = new Button(getTranslation("put-off.wait"), clicked -> {
            if (day.getValue() == null) {
                errors.show(List.of(Refusal.at("putOffUntil", "refusal.defer-to-a-later-day")));
            } else {
                done(choices.putOff(actor, item, day.getValue()));
            }
        });
        wait.addClassName("put-off-until");
        var row = new Div(day, wait);
        row.addClassNames("row", "put-off-day");
        return new Div(new Paragraph(getTranslation("put-off.text")), row);
    }

    private Button button(String key, String css, Supplier<Outcome<Rekey>> step) {
        var button = new Button(getTranslation(key), clicked -> done(step.get()));
        button.addClassName(css);
        return button;
    }

    private void done(Outcome<Rekey> outcome) {
        if (outcome instanceof Outcome.Accepted<Rekey> accepted) {
            errors.clear();
            moved.accept(accepted.value());
        } else if (outcome instanceof Outcome.Refused<Rekey> refused) {
            errors.show(refused.reasons());
        }
    }
}

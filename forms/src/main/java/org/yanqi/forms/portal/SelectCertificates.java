package org.yanqi.forms.portal;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.renewal.Draft;
import org.yanqi.process.renewal.RenewableCertificates;

/** Step 1: which certificates; says what a renewal does to bids not opened yet (R4). */
class SelectCertificates extends StepPanel {
    private static final long serialVersionUID = 1L;

    private final Set<UUID> chosen;

    SelectCertificates(StepContext context, RenewableCertificates renewable) {
        super(context);
        chosen = new LinkedHashSet<>(context.draft().certificates());
        var list = new Div();
        list.addClassName("list");
        list.getElement().setAttribute("role", "list");
        renewable.of(context.actor(), context.view().organisation()).stream()
                .sorted(Comparator.comparingLong(RenewableCertificates.Row::daysLeft))
                .map(this::row)
                .forEach(list::add);
        add(
                new Callout(Tone.WARNING, getTranslation("select.bids.title"), getTranslation("select.bids.text")),
                new Card(getTranslation("select.title"), list),
                bar("action.next", false, this::next));
        count();
    }

    private Div row(RenewableCertificates.Row row) {
        var pair = row.certificate();
        var hindered = row.hindrance() != null && !Objects.equals(row.renewal(), context.renewal());
        var tick = new Checkbox(chosen.contains(pair.id()));
        tick.setAriaLabel(getTranslation("certificates.choose", pair.holderName()));
        tick.setEnabled(!hindered);
        tick.addValueChangeListener(changed -> choose(pair.id(), changed.getValue()));
        errors.field(pair.id().toString(), tick);
        var name = new Span(pair.holderName());
        name.addClassName("list-title");
        var sub = new Div(
                new Span(getTranslation("kind." + pair.kind())),
                new Span(pair.vendor()),
                new Copyable(pair.serial()),
                new Span(getTranslation("certificates.until", Format.date(pair.lastDay()))));
        sub.addClassName("list-sub");
        var words = new Div(
                name,
                sub,
                Words.chips(this, row.platforms().stream().map(Platform::name).toList()));
        words.addClassName("list-main");
        var line = new Div(tick, words, new DaysLeft(row.daysLeft()));
        if (hindered) {
            var why = new Span(getTranslation("hindrance." + row.hindrance()));
            why.addClassNames("muted", "small");
            line.add(why);
        }
        line.getElement().setAttribute("role", "listitem");
        return line;
    }

    private void choose(UUID id, boolean yes) {
        if (yes) {
            chosen.add(id);
        } else {
            chosen.remove(id);
        }
        errors.clear();
        var draft = context.draft();
        context.keep(new Draft(
                List.copyOf(chosen),
                draft.platforms(),
                draft.finalRead(),
                draft.declared(),
                draft.invoice(),
                draft.channel()));
        count();
    }

    private void count() {
        inBar(new Span(getTranslation("certificates.chosen", Format.number(chosen.size()))));
    }

    private void next() {
        walked(context.walk().chooseCertificates(context.actor(), context.renewal(), new ArrayList<>(chosen)));
    }
}

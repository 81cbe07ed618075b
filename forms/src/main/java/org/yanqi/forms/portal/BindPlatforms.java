package org.yanqi.forms.portal;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.renewal.Draft;
import org.yanqi.process.renewal.QuoteRenewal;

/** Step 2: which platforms, per certificate, with the running price and what happens to each (R1, R2). */
class BindPlatforms extends StepPanel {
    private static final long serialVersionUID = 1L;
    private static final String GOVERNMENT_PROCUREMENT = "government procurement";

    private final transient QuoteRenewal quotes;
    private final transient Map<UUID, Set<String>> chosen = new LinkedHashMap<>();
    private final transient List<PlatformTicks> ticks = new ArrayList<>();
    private final Checkbox finalRead = new Checkbox();
    private final Callout procurement;
    private final transient Set<String> procurementCodes;

    BindPlatforms(StepContext context, QuoteRenewal quotes, Catalogue catalogue) {
        super(context);
        this.quotes = quotes;
        var offered = catalogue.offered();
        procurementCodes = Set.copyOf(offered.stream()
                .filter(platform -> platform.kind().equals(GOVERNMENT_PROCUREMENT))
                .map(platform -> platform.code())
                .toList());
        procurement = new Callout(
                Tone.WARNING, getTranslation("bind.procurement.title"), getTranslation("bind.procurement.text"));
        var draft = context.draft();
        var rules = new UnorderedList(
                new ListItem(getTranslation("bind.rule.package-main")),
                new ListItem(getTranslation("bind.rule.package-leader")),
                new ListItem(getTranslation("bind.rule.outside")),
                new ListItem(getTranslation("bind.rule.gift")));
        add(new Callout(Tone.NOTICE, getTranslation("bind.rules"), rules));
        for (var certificate : draft.certificates()) {
            var kept = draft.platforms().get(certificate);
            chosen.put(
                    certificate,
                    new LinkedHashSet<>(kept != null ? kept : quotes.packageOf(context.actor(), certificate)));
        }
        var quote = quotes.quote(context.actor(), context.renewal(), chosen);
        for (var part : quote.parts()) {
            var card = new PlatformTicks(
                    part, offered, chosen.get(part.certificate().id()), this::changed);
            ticks.add(card);
            errors.field("platforms." + part.certificate().id(), card);
            add(card);
        }
        finalRead.setLabel(getTranslation("bind.final"));
        finalRead.setValue(draft.finalRead());
        finalRead.addValueChangeListener(changed -> keep());
        finalRead.setId("final-read");
        errors.field("finalRead", finalRead);
        var confirm = new Callout(
                Tone.DANGER,
                getTranslation("bind.final.title"),
                new Paragraph(getTranslation("bind.final.text")),
                finalRead);
        add(procurement, confirm, bar("action.next", true, this::next));
        show(quote);
    }

    private void changed() {
        errors.clear();
        keep();
        show(quotes.quote(context.actor(), context.renewal(), chosen));
    }

    private void keep() {
        var draft = context.draft();
        context.keep(new Draft(
                draft.certificates(),
                Map.copyOf(chosen),
                finalRead.getValue(),
                draft.declared(),
                draft.invoice(),
                draft.channel()));
    }

    private void show(QuoteRenewal.Quote quote) {
        quote.parts()
                .forEach(part -> ticks.stream()
                        .filter(card -> card.isFor(part.certificate().id()))
                        .forEach(card -> card.show(part)));
        procurement.setVisible(chosen.values().stream().flatMap(Set::stream).anyMatch(procurementCodes::contains));
        var total = new Span(Format.money(quote.totalFen()));
        total.addClassName("total");
        total.setId("running-price");
        total.getElement().setAttribute("role", "status");
        inBar(new Span(getTranslation("bind.total", Format.number(quote.parts().size()))), total);
    }

    private void next() {
        walked(context.walk()
                .bindPlatforms(context.actor(), context.renewal(), Map.copyOf(chosen), finalRead.getValue()));
    }
}

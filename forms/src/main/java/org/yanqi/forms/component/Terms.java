package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.platform.Entitlement;
import org.yanqi.process.platform.Entitlements;

/** The platforms' terms of a certificate, drawn over time. */
@org.springframework.stereotype.Component
public class Terms {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Entitlements entitlements;
    private final Catalogue catalogue;
    private final Clock clock;

    Terms(Entitlements entitlements, Catalogue catalogue, Clock clock) {
        this.entitlements = entitlements;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** For use cases that have checked that the asker may see the certificate. */
    public Component chart(UUID certificate, Component where) {
        var rows = new LinkedHashMap<String, List<TermChart.Bar>>();
        var today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        for (var term : entitlements.ever(certificate)) {
            rows.computeIfAbsent(catalogue.one(term.platform()).name(), name -> new ArrayList<>())
                    .add(bar(term, today, where));
        }
        if (rows.isEmpty()) {
            return new Paragraph(where.getTranslation("platforms.none"));
        }
        return new TermChart(
                rows.entrySet().stream()
                        .map(row -> new TermChart.Row(row.getKey(), row.getValue()))
                        .toList(),
                today);
    }

    private static TermChart.Bar bar(Entitlement term, LocalDate today, Component where) {
        var over = term.until().isBefore(today);
        var tone = over ? Tone.NEUTRAL : term.gift() ? Tone.NOTICE : Tone.GOOD;
        var word = over ? "term.over" : term.gift() ? "term.gift" : "term.paid";
        return new TermChart.Bar(term.from(), term.until(), tone, where.getTranslation(word));
    }
}

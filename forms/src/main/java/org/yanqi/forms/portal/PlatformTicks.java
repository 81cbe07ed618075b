package org.yanqi.forms.portal;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.platform.Level;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.platform.PlatformChange;
import org.yanqi.process.renewal.QuoteRenewal;

/** The platforms of one certificate, grouped by level: ticked or not, and what that means for each. */
class PlatformTicks extends Card {
    private static final long serialVersionUID = 1L;

    private final UUID certificate;
    private final Span price = new Span();
    private final transient Map<String, Div> boxes = new LinkedHashMap<>();
    private final transient Map<String, Div> notes = new LinkedHashMap<>();

    PlatformTicks(QuoteRenewal.Part part, List<Platform> offered, Set<String> chosen, Runnable changed) {
        super(part.certificate().holderName());
        certificate = part.certificate().id();
        price.addClassName("total");
        aside(new Span(part.certificate().vendor()), price);
        var about = new Span(getTranslation(
                "bind.certificate",
                getTranslation("kind." + part.certificate().kind()),
                Format.date(part.certificate().lastDay())));
        about.addClassName("muted");
        add(about);
        for (var level : Level.values()) {
            var here = offered.stream()
                    .filter(platform -> platform.level() == level)
                    .toList();
            if (!here.isEmpty()) {
                add(level(level, here, chosen, changed));
            }
        }
    }

    private Section level(Level level, List<Platform> platforms, Set<String> chosen, Runnable changed) {
        var grid = new Div();
        grid.addClassName("ticks");
        platforms.forEach(platform -> grid.add(box(platform, chosen, changed)));
        var section = new Section(new H3(getTranslation("level." + level)), grid);
        section.addClassName("level");
        return section;
    }

    private Div box(Platform platform, Set<String> chosen, Runnable changed) {
        var tick = new Checkbox(platform.name(), chosen.contains(platform.code()));
        tick.addClassName("platform-" + platform.code());
        tick.addValueChangeListener(event -> {
            if (event.getValue()) {
                chosen.add(platform.code());
            } else {
                chosen.remove(platform.code());
            }
            changed.run();
        });
        var note = new Div();
        note.addClassName("tick-note");
        var box = new Div(tick, note);
        box.addClassName("tick");
        boxes.put(platform.code(), box);
        notes.put(platform.code(), note);
        return box;
    }

    boolean isFor(UUID id) {
        return certificate.equals(id);
    }

    /** Shows price and changes as they would be with payment today. */
    void show(QuoteRenewal.Part part) {
        price.setText(Format.money(part.price().totalFen()));
        notes.values().forEach(Div::removeAll);
        boxes.values().forEach(box -> box.removeClassName("chosen"));
        part.chosen().forEach(platform -> {
            var box = boxes.get(platform.code());
            if (box != null) {
                box.addClassName("chosen");
            }
        });
        part.changes().forEach(change -> {
            var note = notes.get(change.platform());
            if (note != null) {
                note.add(badge(change), new Span(when(change)));
            }
        });
        part.price().lines().stream().filter(line -> !line.inPackage()).forEach(line -> {
            var note = notes.get(line.platform());
            if (note != null) {
                note.add(new Badge(getTranslation("bind.outside", Format.money(line.fen())), Tone.WARNING));
            }
        });
    }

    private Badge badge(PlatformChange change) {
        var tone = switch (change.kind()) {
            case KEPT -> Tone.NEUTRAL;
            case ADDED -> Tone.GOOD;
            case DROPPED -> Tone.DANGER;
        };
        return new Badge(getTranslation("change." + change.kind()), tone);
    }

    private String when(PlatformChange change) {
        return switch (change.kind()) {
            case KEPT -> getTranslation("change.KEPT.when", Format.date(change.until()));
            case DROPPED -> getTranslation("change.DROPPED.when", Format.date(change.until()));
            case ADDED -> {
                var from = change.from();
                yield change.giftFrom() == null || from == null
                        ? getTranslation("change.ADDED.when", Format.date(change.until()))
                        : getTranslation(
                                "change.ADDED.gift",
                                Format.range(change.giftFrom(), from.minusDays(1)),
                                Format.date(change.until()));
            }
        };
    }
}

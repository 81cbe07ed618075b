package org.yanqi.forms.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Terms as bars over time, one row a name, with today's mark. The bars are for the eye; the table behind them says the same
 * to everybody.
 */
public class TermChart extends Div {
    private static final long serialVersionUID = 1L;
    private static final double WHOLE = 100.0;
    private static final double LAST_LABEL = 96.0;

    private final LocalDate from;
    private final LocalDate until;

    /**
     * A term; both days belong to it.
     *
     * @param word what kind of term it is, shown and read out
     */
    public record Bar(LocalDate from, LocalDate until, Tone tone, String word) {}

    /** A name and its terms, oldest first. */
    public record Row(String name, List<Bar> bars) {}

    /** @param rows at least one bar in all */
    public TermChart(List<Row> rows, LocalDate today) {
        addClassName("term-chart");
        var bars = rows.stream().flatMap(row -> row.bars().stream()).toList();
        from = bars.stream()
                .map(Bar::from)
                .min(LocalDate::compareTo)
                .orElse(today)
                .withDayOfMonth(1);
        until = bars.stream()
                .map(Bar::until)
                .max(LocalDate::compareTo)
                .orElse(today)
                .plusMonths(1)
                .withDayOfMonth(1);
        var chart = new Div();
        chart.addClassName("term-rows");
        chart.getElement().setAttribute("aria-hidden", "true");
        rows.forEach(row -> chart.add(line(row, today)));
        chart.add(axis());
        add(chart, legend(bars), table(rows));
    }

    private Div line(Row row, LocalDate today) {
        var name = new Span(row.name());
        name.addClassName("term-name");
        var track = new Div();
        track.addClassName("term-track");
        for (var bar : row.bars()) {
            var block = new Div();
            block.addClassNames("term-bar", "tone-" + bar.tone().css());
            var left = place(bar.from());
            block.getStyle()
                    .set("left", percent(left))
                    .set("width", percent(place(bar.until().plusDays(1)) - left));
            block.getElement().setAttribute("title", bar.word() + " " + Format.range(bar.from(), bar.until()));
            track.add(block);
        }
        if (!today.isBefore(from) && today.isBefore(until)) {
            var mark = new Div();
            mark.addClassName("term-today");
            mark.getStyle().set("left", percent(place(today)));
            track.add(mark);
        }
        var line = new Div(name, track);
        line.addClassName("term-row");
        return line;
    }

    /** The first of January of each year on the way, and the ends. */
    private Div axis() {
        var scale = new Div();
        scale.addClassName("term-axis");
        var marks = new ArrayList<LocalDate>();
        for (var year = from.getYear() + 1; year <= until.getYear(); year++) {
            var first = LocalDate.of(year, 1, 1);
            // a label at the very end would stand outside
            if (place(first) < LAST_LABEL) {
                marks.add(first);
            }
        }
        for (var mark : marks) {
            var label = new Span(Integer.toString(mark.getYear()));
            label.getStyle().set("left", percent(place(mark)));
            scale.add(label);
        }
        var line = new Div(new Span(), scale);
        line.addClassNames("term-row", "term-scale");
        return line;
    }

    private Div legend(List<Bar> bars) {
        var legend = new Div();
        legend.addClassName("term-legend");
        legend.getElement().setAttribute("aria-hidden", "true");
        bars.stream()
                .map(bar -> new Bar(from, until, bar.tone(), bar.word()))
                .distinct()
                .forEach(kind -> {
                    var swatch = new Span();
                    swatch.addClassNames("term-swatch", "tone-" + kind.tone().css());
                    legend.add(new Span(swatch, new Span(kind.word())));
                });
        var today = new Span();
        today.addClassNames("term-swatch", "term-today-swatch");
        legend.add(new Span(today, new Span(getTranslation("term.today"))));
        return legend;
    }

    private NativeDetails table(List<Row> rows) {
        var table = new Table("term.", "name", "from", "until", "kind");
        for (var row : rows) {
            for (var bar : row.bars()) {
                table.row(
                        Table.text(row.name()),
                        Table.text(Format.date(bar.from())),
                        Table.text(Format.date(bar.until())),
                        Table.text(bar.word()));
            }
        }
        var details = new NativeDetails(getTranslation("term.as-table"), table);
        details.addClassName("term-table");
        return details;
    }

    private double place(LocalDate day) {
        return WHOLE * ChronoUnit.DAYS.between(from, day) / Math.max(1, ChronoUnit.DAYS.between(from, until));
    }

    private static String percent(double place) {
        return String.format(Locale.ROOT, "%.2f%%", place);
    }
}

package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Diagram;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.renewal.CaseView;
import org.yanqi.process.signal.Position;
import org.yanqi.process.signal.Position.Standing;

/** Where the processes of a case stand in their models; one picture at a time. */
class CaseDiagrams extends Div {
    private static final long serialVersionUID = 1L;

    private final transient CaseView theCase;
    private final transient Position position;
    private final Div picture = new Div();

    CaseDiagrams(CaseView theCase, Position position) {
        this.theCase = theCase;
        this.position = position;
        var standings = theCase.positions().stream()
                .sorted(Comparator.comparing(Standing::ended))
                .toList();
        if (standings.isEmpty()) {
            add(new EmptyState(VaadinIcon.SITEMAP, getTranslation("diagram.none")));
            return;
        }
        var which = new Select<Standing>();
        which.setLabel(getTranslation("diagram.which"));
        which.setId("diagram-which");
        which.addClassName("search-field");
        which.setItems(standings);
        which.setItemLabelGenerator(this::name);
        which.addValueChangeListener(changed -> draw(changed.getValue()));
        add(new Card(getTranslation("case.part.process"), which, picture));
        which.setValue(standings.get(0));
    }

    private String name(Standing standing) {
        var order = theCase.renewal().order();
        var holder = order == null
                ? ""
                : order.items().stream()
                        .filter(item -> item.id().toString().equals(standing.businessKey()))
                        .map(OrderItem::holderName)
                        .findFirst()
                        .map(name -> " · " + name)
                        .orElse("");
        return getTranslation("process." + standing.process())
                + holder
                + (standing.ended() ? " · " + getTranslation("diagram.ended") : "");
    }

    private Div views(Diagram diagram) {
        var here = new Button(getTranslation("diagram.here"), clicked -> diagram.showWhole(false));
        var whole = new Button(getTranslation("diagram.whole"), clicked -> diagram.showWhole(true));
        here.addThemeVariants(ButtonVariant.LUMO_SMALL);
        whole.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var views = new Div(here, whole);
        views.addClassName("row");
        return views;
    }

    private void draw(Standing standing) {
        picture.removeAll();
        if (standing.stuck()) {
            picture.add(
                    new Callout(Tone.DANGER, getTranslation("diagram.stuck"), getTranslation("diagram.stuck.text")));
        }
        // gateways and other joints have no words of their own
        var now = standing.activities().stream()
                .sorted()
                .map(id -> DeskTexts.or(this, "activity." + id, ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        var words = standing.ended()
                ? new Paragraph(new Badge(getTranslation("diagram.ended"), Tone.NEUTRAL))
                : new Paragraph(getTranslation("diagram.now", Format.text(now)));
        var diagram = new Diagram(
                position.model(standing.process()),
                standing.activities(),
                standing.done(),
                getTranslation("diagram.label", name(standing), now));
        diagram.setWidthFull();
        diagram.setHeight("520px");
        picture.add(words, views(diagram), diagram);
    }
}

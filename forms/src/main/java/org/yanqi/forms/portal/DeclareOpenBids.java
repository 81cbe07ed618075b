package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.renewal.Draft;

/** Step 3: per certificate, the declaration that no unopened bid was encrypted with it (R4); who has one is told the remedy. */
class DeclareOpenBids extends StepPanel {
    private static final long serialVersionUID = 1L;

    private final transient Map<UUID, Boolean> declared;

    DeclareOpenBids(StepContext context, Certificates certificates) {
        super(context);
        declared = new HashMap<>(context.draft().declared());
        add(new Callout(Tone.WARNING, getTranslation("bids.why.title"), getTranslation("bids.why.text")));
        for (var id : context.draft().certificates()) {
            add(card(certificates.one(context.actor(), id)));
        }
        add(bar("action.next", true, this::next));
    }

    private Card card(CertificatePair pair) {
        var choice = new RadioButtonGroup<Boolean>(getTranslation("bids.question"));
        choice.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choice.setItems(true, false);
        choice.setItemLabelGenerator(none -> getTranslation(none ? "bids.none" : "bids.some"));
        var remedy = new Callout(
                Tone.DANGER,
                getTranslation("bids.remedy.title"),
                new OrderedList(
                        new ListItem(getTranslation("bids.remedy.wait")),
                        new ListItem(getTranslation("bids.remedy.again")),
                        new ListItem(getTranslation("bids.remedy.help"))));
        var kept = declared.get(pair.id());
        choice.setValue(kept);
        remedy.setVisible(Boolean.FALSE.equals(kept));
        remedy.getElement().setAttribute("role", "status");
        choice.addValueChangeListener(changed -> {
            declared.put(pair.id(), changed.getValue());
            remedy.setVisible(Boolean.FALSE.equals(changed.getValue()));
            errors.clear();
            keep();
        });
        choice.addClassName("declaration");
        errors.field("declared." + pair.id(), choice);
        errors.field(pair.id().toString(), choice);
        return new Card(
                getTranslation(
                        "bids.certificate",
                        pair.holderName(),
                        getTranslation("kind." + pair.kind()),
                        Format.date(pair.lastDay())),
                choice,
                remedy);
    }

    private void keep() {
        var draft = context.draft();
        context.keep(new Draft(
                draft.certificates(),
                draft.platforms(),
                draft.finalRead(),
                Map.copyOf(declared),
                draft.invoice(),
                draft.channel()));
    }

    private void next() {
        walked(context.walk().declareOpenBids(context.actor(), context.renewal(), Map.copyOf(declared)));
    }
}

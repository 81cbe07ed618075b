package org.yanqi.forms.desk;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Refusals;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.renewal.OrderRefund;
import org.yanqi.process.renewal.RefundOrder.Offer;

/** Finance ticks the certificates whose money goes back, sees the sum, and says why (R14). */
class RefundOrderDialog extends ReasonDialog {
    private static final long serialVersionUID = 1L;

    private final CheckboxGroup<Offer> which = new CheckboxGroup<>();
    private final Span sum = new Span();

    RefundOrderDialog(List<Offer> offers, BiFunction<Set<UUID>, String, Outcome<OrderRefund>> decide, Runnable done) {
        super("order-refund", (dialog, why) -> {
            var outcome = decide.apply(((RefundOrderDialog) dialog).ticked(), why);
            if (outcome instanceof Outcome.Refused<OrderRefund> refused) {
                dialog.refuse(refused.reasons());
            } else {
                dialog.close();
                Toast.good(dialog.getTranslation("order-refund.done"));
                done.run();
            }
        });
        which.setLabel(getTranslation("order-refund.which"));
        which.setId("refund-items");
        which.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        which.setItems(offers);
        which.setItemEnabledProvider(offer -> offer.hindrance().isEmpty());
        which.setRenderer(new ComponentRenderer<>(this::describe));
        which.setItemLabelGenerator(offer ->
                offer.item().holderName() + " " + Format.money(offer.item().fen()));
        which.addValueChangeListener(changed -> showSum());
        errors.field("items", which);
        sum.addClassName("num");
        sum.setId("refund-sum");
        var total = new Div(new Span(getTranslation("order-refund.sum") + " "), sum);
        fields.addComponentAtIndex(2, which);
        fields.addComponentAtIndex(3, total);
        showSum();
    }

    private Div describe(Offer offer) {
        var item = offer.item();
        var name = new Div(
                item.holderName() + " · " + getTranslation("kind." + item.kind()) + " · " + Format.money(item.fen()));
        var hint = new Div(offer.hindrance()
                .map(why -> Refusals.text(this, why))
                .orElse(getTranslation("item-state." + item.state())));
        hint.addClassNames("muted", "small");
        return new Div(name, hint);
    }

    private Set<UUID> ticked() {
        return which.getValue().stream().map(offer -> offer.item().id()).collect(Collectors.toSet());
    }

    private void showSum() {
        sum.setText(Format.money(
                which.getValue().stream().mapToLong(offer -> offer.item().fen()).sum()));
    }
}

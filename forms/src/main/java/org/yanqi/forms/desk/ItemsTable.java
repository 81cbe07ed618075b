package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Table;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.renewal.CaseView;

/** The keys of an order and how far each came. */
class ItemsTable extends Div {
    private static final long serialVersionUID = 1L;

    /** @param only the item to show, or null for all */
    ItemsTable(CaseView theCase, @Nullable UUID only) {
        var order = theCase.renewal().order();
        if (order == null) {
            return;
        }
        var table = new Table("items.", "holder", "key", "expiry", "term", "stage", "state");
        order.items().stream()
                .filter(item -> only == null || item.id().equals(only))
                .forEach(item -> table.row(
                        new Span(item.holderName() + " · " + getTranslation("kind." + item.kind())),
                        new Copyable(item.keySerial()),
                        Table.text(Format.date(item.oldExpiry())),
                        Table.text(Format.range(item.newFrom(), item.newUntil())),
                        Table.text(stage(theCase, item)),
                        DeskWords.badge(this, item.state())));
        add(table);
    }

    private String stage(CaseView theCase, OrderItem item) {
        return theCase.renewal().rekeys().stream()
                .filter(rekey -> rekey.item().equals(item.id()))
                .map(rekey -> rekey.givenUp() != null
                        ? getTranslation("rekey-failure.given-up")
                        : rekey.failure() == null
                                ? getTranslation("rekey-stage." + rekey.stage())
                                : DeskTexts.or(
                                        this,
                                        "rekey-failure." + rekey.failure(),
                                        getTranslation("rekey-failure.other")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Format.EMPTY);
    }
}

package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.process.shipping.Shipment;

/** A parcel and the scans on its way; the recipient's personal data masked (R12). */
class Route extends Div {
    private static final long serialVersionUID = 1L;

    Route(Shipment parcel) {
        var waybill = parcel.waybill();
        add(new Facts()
                .fact(getTranslation("shipment.waybill"), new Copyable(waybill == null ? "" : waybill))
                .fact(getTranslation("shipment.state"), DeskWords.badge(this, parcel.state()))
                .fact(
                        getTranslation("recipient.name"),
                        Format.name(parcel.recipient().name()))
                .fact(
                        getTranslation("recipient.mobile"),
                        Format.phone(parcel.recipient().mobile()))
                .fact(getTranslation("recipient.region"), parcel.recipient().region())
                .fact(getTranslation("shipment.delivered"), Format.dateTime(parcel.delivered())));
        var steps = new OrderedList();
        steps.addClassName("timeline");
        for (var step : parcel.route()) {
            var at = new Span(Format.dateTime(step.at()));
            at.addClassNames("muted", "small");
            var what = new Div(step.place() + " " + step.text());
            steps.add(new ListItem(at, what));
        }
        if (!parcel.route().isEmpty()) {
            add(steps);
        }
    }
}

package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.process.renewal.CaseView;
import org.yanqi.process.renewal.OrderRefund;

/** A refund of an order: which certificates, how much, by whom and why. */
class OrderRefundFacts extends Div {
    private static final long serialVersionUID = 1L;

    OrderRefundFacts(OrderRefund refund, @Nullable CaseView theCase) {
        var order = theCase == null ? null : theCase.renewal().order();
        var keys = order == null
                ? ""
                : order.items().stream()
                        .filter(item -> refund.items().contains(item.id()))
                        .map(item -> item.holderName() + " " + item.keySerial() + " " + Format.money(item.fen()))
                        .collect(Collectors.joining("；"));
        var number = refund.number();
        add(new Facts()
                .fact(getTranslation("order-refund.amount"), Format.money(refund.fen()))
                .fact(getTranslation("order-refund.items"), keys)
                .fact(getTranslation("order-refund.number"), new Copyable(number == null ? "" : number))
                .fact(getTranslation("approve.by"), Format.text(refund.decidedBy()))
                .fact(getTranslation("order-refund.decided"), Format.dateTime(refund.decided()))
                .fact(getTranslation("approve.why"), Format.text(refund.reason()))
                .fact(getTranslation("order-refund.approved-by"), Format.text(refund.approvedBy()))
                .fact(getTranslation("order-refund.approval-reason"), Format.text(refund.approvalReason())));
    }
}

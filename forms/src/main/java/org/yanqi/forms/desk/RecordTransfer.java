package org.yanqi.forms.desk;

import com.vaadin.flow.component.textfield.TextField;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.process.payment.PaymentExceptions;

/** Finance has transferred money by the bank and enters the bank's reference. */
class RecordTransfer extends ItemForm {
    private static final long serialVersionUID = 1L;

    RecordTransfer(ItemContext context, PaymentExceptions exceptions) {
        super(context);
        var exception = exceptions.one(context.actor(), context.subject());
        var reference = new TextField(getTranslation("transfer.reference"));
        reference.setId("bankReference");
        reference.setMaxLength(100);
        reference.addClassName("search-field");
        errors.field("bankReference", reference);
        add(
                errors,
                new Facts()
                        .fact(getTranslation("transfer.amount"), Format.money(exception.refundFen()))
                        .fact(getTranslation("approve.why"), Format.text(exception.reason())),
                new MoneyFacts(exception, context.theCase()),
                reference,
                buttons(submit(
                        "transfer.submit",
                        () -> finish(exceptions.recordTransfer(context.actor(), context.id(), reference.getValue())))));
    }
}

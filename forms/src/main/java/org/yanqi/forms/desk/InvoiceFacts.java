package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import org.yanqi.forms.component.ChineseAmount;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.process.invoicing.Invoice;

/** Title, goods and amounts of an invoice, each to be copied into the tax system's machine. */
class InvoiceFacts extends Div {
    private static final long serialVersionUID = 1L;

    InvoiceFacts(Invoice invoice) {
        addClassName("evidence");
        var title = invoice.title();
        add(
                new Section(
                        new H3(getTranslation("invoice.buyer")),
                        new Facts()
                                .fact(getTranslation("title.name"), new Copyable(title.name()))
                                .fact(getTranslation("title.taxNumber"), new Copyable(title.taxNumber()))
                                .fact(getTranslation("title.address"), new Copyable(title.address()))
                                .fact(getTranslation("title.phone"), new Copyable(title.phone()))
                                .fact(getTranslation("title.bank"), new Copyable(title.bank()))
                                .fact(getTranslation("title.account"), new Copyable(title.account()))),
                new Section(
                        new H3(getTranslation("invoice.goods")),
                        new Facts()
                                .fact(getTranslation("invoice.kind"), getTranslation("invoice-kind." + invoice.kind()))
                                .fact(getTranslation("invoice.goods-code"), new Copyable(invoice.goodsCode()))
                                .fact(getTranslation("invoice.goods-name"), new Copyable(invoice.goodsName()))),
                new Section(
                        new H3(getTranslation("invoice.amounts")),
                        new Facts()
                                .fact(
                                        getTranslation("invoice.net"),
                                        new Copyable(
                                                Format.amount(invoice.amounts().net())))
                                .fact(
                                        getTranslation("invoice.tax"),
                                        new Copyable(
                                                Format.amount(invoice.amounts().tax())))
                                .fact(
                                        getTranslation("invoice.gross"),
                                        new Copyable(
                                                Format.amount(invoice.amounts().gross())))
                                .fact(
                                        getTranslation("invoice.gross-words"),
                                        ChineseAmount.of(invoice.amounts().gross()))));
    }
}

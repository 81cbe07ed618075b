package org.yanqi.process.invoicing.model;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.yanqi.process.invoicing.Vat;
import org.yanqi.process.invoicing.port.TaxChannel;

/** The service sold and what it costs, as copied onto an invoice (R10). */
@Embeddable
public class LineOnInvoice {
    private long gross;
    private long net;
    private long tax;
    private BigDecimal rate = BigDecimal.ZERO;
    private String goodsCode = "";
    private String goodsName = "";
    private String lineName = "";

    protected LineOnInvoice() {}

    LineOnInvoice(InvoiceRow.Goods goods, Vat amounts) {
        this.gross = amounts.gross();
        this.net = amounts.net();
        this.tax = amounts.tax();
        this.rate = amounts.rate();
        this.goodsCode = goods.code();
        this.goodsName = goods.name();
        this.lineName = goods.line();
    }

    LineOnInvoice costing(Vat amounts) {
        return new LineOnInvoice(goods(), amounts);
    }

    InvoiceRow.Goods goods() {
        return new InvoiceRow.Goods(goodsCode, goodsName, lineName);
    }

    Vat amounts() {
        return new Vat(gross, net, tax, rate);
    }

    TaxChannel.Line told() {
        return new TaxChannel.Line(goodsCode, goodsName, lineName, rate, gross, net, tax);
    }
}

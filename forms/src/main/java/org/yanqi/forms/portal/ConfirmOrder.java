package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.ChineseAmount;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.renewal.QuoteRenewal;

/** Step 4: everything once more before the order is placed, as the guide's confirmation has it. */
class ConfirmOrder extends StepPanel {
    private static final long serialVersionUID = 1L;

    ConfirmOrder(StepContext context, QuoteRenewal quotes) {
        super(context);
        var quote =
                quotes.quote(context.actor(), context.renewal(), context.draft().platforms());
        quote.parts().forEach(part -> add(card(part)));
        add(
                new Callout(
                        Tone.NOTICE,
                        getTranslation("confirm.next.title"),
                        new Paragraph(getTranslation("confirm.next.text"))),
                bar(
                        "confirm.submit",
                        true,
                        () -> walked(context.walk().confirmOrder(context.actor(), context.renewal()))));
        var total = new Span(Format.money(quote.totalFen()));
        total.addClassName("total");
        var words = new Span(ChineseAmount.of(quote.totalFen()));
        words.addClassName("muted");
        inBar(new Span(getTranslation("bind.total", Format.number(quote.parts().size()))), total, words);
    }

    private Card card(QuoteRenewal.Part part) {
        var pair = part.certificate();
        var price = new Span(Format.money(part.price().totalFen()));
        price.addClassName("total");
        return new Card(
                        pair.holderName(),
                        new Facts()
                                .fact(getTranslation("confirm.kind"), getTranslation("kind." + pair.kind()))
                                .fact(getTranslation("confirm.vendor"), pair.vendor())
                                .fact(getTranslation("confirm.expiry"), Format.date(pair.lastDay()))
                                .fact(
                                        getTranslation("confirm.new-expiry"),
                                        Format.date(part.term().until()))
                                .fact(getTranslation("certificate.serial"), new Copyable(pair.serial()))
                                .fact(getTranslation("confirm.quantity"), Format.number(1))
                                .fact(
                                        getTranslation("confirm.old-platforms"),
                                        Words.chips(
                                                this,
                                                part.bound().stream()
                                                        .map(Platform::name)
                                                        .toList()))
                                .fact(
                                        getTranslation("confirm.new-platforms"),
                                        Words.chips(
                                                this,
                                                part.chosen().stream()
                                                        .map(Platform::name)
                                                        .toList())))
                .aside(price);
    }
}

package org.yanqi.forms.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.invoicing.InvoiceState;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.platform.Catalogue;

/** States and platforms in words, as the customer's screens show them. */
final class Words {
    private Words() {}

    static Badge state(Component where, OrderState state) {
        var tone = switch (state) {
            case PLACED -> Tone.WARNING;
            case PAID -> Tone.NOTICE;
            case FULFILLED -> Tone.GOOD;
            case CANCELLED, CLOSED, REFUNDED -> Tone.NEUTRAL;
        };
        return new Badge(where.getTranslation("order-state." + state), tone);
    }

    static Badge state(Component where, ItemState state) {
        var tone = switch (state) {
            case ORDERED, CANCELLED, REFUNDED -> Tone.NEUTRAL;
            case OWED -> Tone.WARNING;
            case RENEWED -> Tone.GOOD;
            case SETTLED -> Tone.NOTICE;
        };
        return new Badge(where.getTranslation("item-state." + state), tone);
    }

    static Badge state(Component where, InvoiceState state) {
        var tone = switch (state) {
            case ASKED, SUBMITTED -> Tone.NOTICE;
            case ISSUED, DELIVERED -> Tone.GOOD;
            case REJECTED -> Tone.WARNING;
            case GIVEN_UP, CANCELLED, REVERSED -> Tone.NEUTRAL;
        };
        return new Badge(where.getTranslation("invoice-state." + state), tone);
    }

    static Badge state(Component where, CertificateState state) {
        var tone = switch (state) {
            case IN_FORCE -> Tone.GOOD;
            case ISSUED -> Tone.NOTICE;
            case SUPERSEDED, REVOKED -> Tone.NEUTRAL;
        };
        return new Badge(where.getTranslation("certificate-state." + state), tone);
    }

    /** Holder, kind and key in a line. */
    static Div certificate(Component where, CertificatePair pair) {
        var name = new Span(pair.holderName());
        name.addClassName("list-title");
        var kind = new Span(where.getTranslation("kind." + pair.kind()));
        var vendor = new Span(pair.vendor());
        var sub = new Div(kind, vendor);
        sub.addClassName("list-sub");
        var words = new Div(name, sub);
        words.addClassName("list-main");
        return words;
    }

    /** Platforms by name as chips. */
    static Component platforms(Catalogue catalogue, Component where, Collection<String> codes) {
        return chips(
                where, codes.stream().map(code -> catalogue.one(code).name()).toList());
    }

    static Component chips(Component where, Collection<String> names) {
        var chips = new Div();
        chips.addClassName("chips");
        if (names.isEmpty()) {
            var none = new Span(where.getTranslation("platforms.none"));
            none.addClassName("muted");
            chips.add(none);
        }
        names.forEach(name -> {
            var chip = new Span(name);
            chip.addClassName("chip");
            chips.add(chip);
        });
        return chips;
    }
}

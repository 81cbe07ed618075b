package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.TreeSet;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Table;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.account.Unmask;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.CaseView;

/** The facts of a case: organisation, what was ordered, certificates. */
class CaseOverview extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient CaseView theCase;
    private final transient Organisations organisations;
    private final transient Unmask unmask;
    private final transient Catalogue catalogue;

    CaseOverview(Actor actor, CaseView theCase, Organisations organisations, Unmask unmask, Catalogue catalogue) {
        this.actor = actor;
        this.theCase = theCase;
        this.organisations = organisations;
        this.unmask = unmask;
        this.catalogue = catalogue;
        add(organisation());
        var order = theCase.renewal().order();
        if (order != null) {
            add(new Card(getTranslation("case.keys"), new ItemsTable(theCase, null)));
            order.items().forEach(item -> add(item(item)));
        }
        add(certificates());
    }

    private Card organisation() {
        var organisation = theCase.organisation();
        var facts = new Facts()
                .fact(getTranslation("case.organisation"), organisation.name())
                .fact(getTranslation("title.taxNumber"), new Copyable(organisation.taxNumber()))
                .fact(getTranslation("organisation.city"), organisation.city())
                .fact(getTranslation("organisation.address"), Format.text(organisation.address()))
                .fact(
                        getTranslation("case.started-by"),
                        Format.text(theCase.renewal().startedBy()));
        var order = theCase.renewal().order();
        if (order != null) {
            facts.fact(getTranslation("order.state"), DeskWords.badge(this, order.state()))
                    .fact(getTranslation("order.placed"), Format.dateTime(order.placed()))
                    .fact(getTranslation("case.pay-until"), Format.dateTime(order.payUntil()))
                    .fact(getTranslation("order.paid"), Format.dateTime(order.paid()));
        }
        return new Card(getTranslation("case.organisation"), facts);
    }

    private Card item(OrderItem item) {
        var holder = organisations.person(item.holder());
        var mayUnmask = actor.is(Role.CUSTOMER_SERVICE, Role.FINANCE, Role.SUPERVISOR);
        return new Card(
                getTranslation("items.one", item.holderName(), getTranslation("kind." + item.kind())),
                new Facts()
                        .fact(
                                getTranslation("recipient.mobile"),
                                new Masked(
                                        Format.phone(holder.mobile()),
                                        mayUnmask,
                                        why -> unmask.mobile(
                                                actor,
                                                item.holder(),
                                                theCase.renewal().id(),
                                                why)))
                        .fact(getTranslation("holder.email"), Format.email(holder.email()))
                        .fact(getTranslation("items.price"), Format.money(item.fen()))
                        .fact(getTranslation("items.vendor"), item.vendor())
                        .fact(getTranslation("items.old-platforms"), platforms(item.oldPlatforms()))
                        .fact(getTranslation("items.new-platforms"), platforms(item.newPlatforms())));
    }

    private Component platforms(Collection<String> codes) {
        var chips = new Div();
        chips.addClassName("chips");
        if (codes.isEmpty()) {
            chips.setText(Format.EMPTY);
        }
        for (var code : new TreeSet<>(codes)) {
            var chip = new Span(catalogue.one(code).name());
            chip.addClassName("chip");
            chips.add(chip);
        }
        return chips;
    }

    private Card certificates() {
        var table = new Table("certificate.", "holder", "kind", "serial", "key", "algorithm", "expiry", "state");
        for (var pair : theCase.certificates()) {
            table.row(
                    Table.text(pair.holderName()),
                    Table.text(getTranslation("kind." + pair.kind())),
                    new Copyable(pair.serial()),
                    new Copyable(pair.keySerial()),
                    Table.text(pair.algorithm().name()),
                    Table.text(Format.date(pair.lastDay())),
                    state(pair));
        }
        return new Card(getTranslation("case.certificates"), table);
    }

    private Badge state(CertificatePair pair) {
        return new Badge(
                getTranslation("certificate-state." + pair.state()),
                pair.state() == CertificateState.IN_FORCE ? Tone.GOOD : Tone.NEUTRAL);
    }
}

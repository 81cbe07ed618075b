package org.yanqi.forms.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Countdown;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.RenewalState;
import org.yanqi.process.renewal.RenewalView;
import org.yanqi.process.renewal.ShowRenewal;

/** A customer's open steps as rows: drafts to go on with, orders to pay, keys to update. */
@org.springframework.stereotype.Component
class OpenSteps {
    private final ShowRenewal renewals;
    private final Clock clock;

    OpenSteps(ShowRenewal renewals, Clock clock) {
        this.renewals = renewals;
        this.clock = clock;
    }

    List<Div> rows(Component where, Actor actor) {
        var rows = new ArrayList<Div>();
        for (var renewal : renewals.visibleTo(actor)) {
            var order = renewal.order();
            if (renewal.state() == RenewalState.DRAFT) {
                rows.add(draft(where, renewal));
            } else if (renewal.state() == RenewalState.AWAITING_PAYMENT && order != null) {
                rows.add(unpaid(where, renewal, order));
            } else if (renewal.state() == RenewalState.PAID && order != null) {
                rows.addAll(keys(where, actor, renewal, order));
            }
        }
        return rows;
    }

    private Div draft(Component where, RenewalView renewal) {
        return row(
                new Badge(where.getTranslation("home.draft"), Tone.NOTICE),
                where.getTranslation(
                        "home.draft.title",
                        where.getTranslation("step." + renewal.step().id())),
                new Span(where.getTranslation(
                        "home.draft.touched",
                        Format.relative(
                                renewal.touched(),
                                clock.instant(),
                                UI.getCurrent().getLocale()))),
                link(where, renewal, "home.draft.go"));
    }

    private Div unpaid(Component where, RenewalView renewal, Order order) {
        var sub = new Span(
                new Span(where.getTranslation("home.unpaid.left")), new Countdown(order.payUntil(), clock.instant()));
        sub.addClassName("row");
        return row(
                new Badge(where.getTranslation("home.unpaid"), Tone.WARNING),
                where.getTranslation("home.unpaid.title", order.number(), Format.money(order.fen())),
                sub,
                link(where, renewal, "home.unpaid.go"));
    }

    private List<Div> keys(Component where, Actor actor, RenewalView renewal, Order order) {
        var rows = new ArrayList<Div>();
        for (var item : order.items()) {
            if (item.state() != ItemState.OWED) {
                continue;
            }
            var mine = item.holder().equals(actor.person());
            rows.add(row(
                    new Badge(
                            where.getTranslation(mine ? "home.key" : "home.key.other"),
                            mine ? Tone.WARNING : Tone.NEUTRAL),
                    where.getTranslation(
                            "home.key.title", item.holderName(), where.getTranslation("kind." + item.kind())),
                    new Span(where.getTranslation(mine ? "home.key.mine" : "home.key.theirs", item.holderName())),
                    mine ? link(where, renewal, "home.key.go") : quiet(where, renewal)));
        }
        return rows;
    }

    private static Anchor link(Component where, RenewalView renewal, String key) {
        var link = new Anchor("renewal/" + renewal.id(), where.getTranslation(key));
        link.addClassName("button-link");
        return link;
    }

    private static Anchor quiet(Component where, RenewalView renewal) {
        var link = link(where, renewal, "home.key.look");
        link.addClassName("quiet");
        return link;
    }

    private static Div row(Component badge, String title, Component sub, Component action) {
        var name = new Span(title);
        name.addClassName("list-title");
        var below = new Div(sub);
        below.addClassName("list-sub");
        var words = new Div(name, below);
        words.addClassName("list-main");
        var row = new Div(badge, words, action);
        row.getElement().setAttribute("role", "listitem");
        return row;
    }
}

package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.yanqi.forms.component.Broadcaster;
import org.yanqi.forms.component.Countdown;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;

/** The orders one may see, newest first. */
@Route(value = "orders", layout = MainLayout.class)
@RolesAllowed({"HOLDER", "ORGANISATION_ADMINISTRATOR"})
public class OrdersView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient Orders orders;
    private final transient Clock clock;
    private final Div list = new Div();

    public OrdersView(CurrentActor current, Orders orders, Clock clock, Broadcaster broadcaster) {
        super("orders.title");
        this.current = current;
        this.orders = orders;
        this.clock = clock;
        lead(getTranslation("orders.lead"));
        list.addClassName("list");
        list.getElement().setAttribute("role", "list");
        add(list);
        draw();
        broadcaster.whileShown(this, Set::of, this::draw);
    }

    private void draw() {
        list.removeAll();
        orders.visibleTo(current.actor()).stream()
                .sorted(Comparator.comparing(Order::placed).reversed())
                .map(this::row)
                .forEach(list::add);
        if (list.getChildren().findAny().isEmpty()) {
            list.add(new EmptyState(VaadinIcon.CLIPBOARD_TEXT, getTranslation("orders.none")));
        }
    }

    private Div row(Order order) {
        var number = new RouterLink(order.number(), OrderView.class, order.number());
        number.addClassNames("list-title", "mono");
        var holders = new Span(
                order.items().stream().map(OrderItem::holderName).collect(Collectors.joining(getTranslation("comma"))));
        var sub = new Div(holders, new Span(Format.dateTime(order.placed())));
        sub.addClassName("list-sub");
        if (order.state() == OrderState.PLACED) {
            sub.add(new Span(getTranslation("home.unpaid.left")), new Countdown(order.payUntil(), clock.instant()));
        }
        var words = new Div(number, sub);
        words.addClassName("list-main");
        var amount = new Span(Format.money(order.fen()));
        amount.addClassName("num");
        var line = new Div(words, amount, Words.state(this, order.state()));
        line.getElement().setAttribute("role", "listitem");
        return line;
    }
}

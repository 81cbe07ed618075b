package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.yanqi.forms.component.AgentAddress;
import org.yanqi.forms.component.AgentProgram;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.rekey.OpenBidChoices;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.rekey.Rekey;
import org.yanqi.process.renewal.RenewalState;
import org.yanqi.process.renewal.RenewalView;

/** Step 7: one key after the other, each by its own holder (R8); at the end the result. */
class UpdateKeys extends StepPanel {
    private static final long serialVersionUID = 1L;

    private final transient OpenTicket tickets;
    private final transient Certificates certificates;
    private final transient Catalogue catalogue;
    private final transient AgentAddress agent;
    private final transient AgentProgram program;
    private final transient OpenBidChoices bids;
    private final transient Map<UUID, KeyPanel> panels = new LinkedHashMap<>();
    private final Div result = new Div();

    UpdateKeys(
            StepContext context,
            OpenTicket tickets,
            Certificates certificates,
            Catalogue catalogue,
            AgentAddress agent,
            AgentProgram program,
            OpenBidChoices bids) {
        super(context);
        this.tickets = tickets;
        this.certificates = certificates;
        this.catalogue = catalogue;
        this.agent = agent;
        this.program = program;
        this.bids = bids;
        var order = context.view().order();
        add(result);
        if (order != null) {
            add(OneComputer.warning(this, order, catalogue));
            order.items().stream()
                    .sorted((a, b) -> Boolean.compare(isMine(b), isMine(a)))
                    .forEach(item -> add(panel(context.view(), item)));
            add(activation(order));
        }
        result(context.view());
    }

    private boolean isMine(OrderItem item) {
        return item.holder().equals(context.actor().person());
    }

    private KeyPanel panel(RenewalView view, OrderItem item) {
        var panel = new KeyPanel(
                context.actor(), item, isMine(item), tickets, certificates, agent, program, bids, catalogue);
        panels.put(item.id(), panel);
        panel.show(item, rekey(view, item));
        return panel;
    }

    private static java.util.Optional<Rekey> rekey(RenewalView view, OrderItem item) {
        return view.rekeys().stream()
                .filter(rekey -> rekey.item().equals(item.id()))
                .findFirst();
    }

    @Override
    protected boolean refresh(RenewalView view) {
        var order = view.order();
        if (order == null || !(view.state() == RenewalState.PAID || view.state() == RenewalState.RENEWED)) {
            return false;
        }
        for (var item : order.items()) {
            var panel = panels.get(item.id());
            if (panel != null) {
                panel.show(item, rekey(view, item));
            }
        }
        result(view);
        return true;
    }

    private void result(RenewalView view) {
        result.removeAll();
        var order = view.order();
        if (order == null || order.items().stream().anyMatch(item -> item.state() == ItemState.OWED)) {
            return;
        }
        var mark = new Span("✓");
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var title = new H2(getTranslation("result.title"));
        title.setId("renewed");
        var invoice = new Anchor("renewal/" + view.id() + "/invoice", getTranslation("result.invoice"));
        invoice.addClassName("button-link");
        var home = new Anchor("", getTranslation("error.home"));
        home.addClassNames("button-link", "quiet");
        var links = new Div(invoice, home);
        links.addClassName("row");
        var words = new Div(mark, title, new Paragraph(getTranslation("result.text")), links);
        words.addClassName("big-result");
        words.getElement().setAttribute("role", "status");
        result.add(new Card(getTranslation("result.card"), words));
    }

    /** Added platforms have to be registered and activated by the customer there (R2). */
    private Callout activation(Order order) {
        var list = new UnorderedList();
        for (var item : order.items()) {
            var added = new ArrayList<>(item.newPlatforms());
            added.removeAll(item.oldPlatforms());
            added.forEach(code -> list.add(new ListItem(
                    getTranslation("activate.platform", catalogue.one(code).name(), item.holderName()))));
        }
        var callout = new Callout(
                Tone.NOTICE, getTranslation("activate.title"), new Paragraph(getTranslation("activate.text")), list);
        callout.setVisible(list.getChildren().findAny().isPresent());
        return callout;
    }
}

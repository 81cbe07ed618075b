package org.yanqi.forms.portal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.shared.Registration;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Countdown;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Live;
import org.yanqi.forms.component.QrCode;
import org.yanqi.forms.component.Refusals;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.AskProvider;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.payment.PaymentState;
import org.yanqi.process.payment.RefreshCode;
import org.yanqi.process.renewal.RenewalState;
import org.yanqi.process.renewal.RenewalView;

/** Step 6: amount, method, QR code and countdown; paid arrives by itself. Slow polling only in case push fails. */
class Pay extends StepPanel {
    private static final long serialVersionUID = 1L;
    private static final int FALLBACK_POLL = 10_000;

    private final transient AskProvider provider;
    private final transient RefreshCode refresh;
    private final transient Clock clock;
    private final Div body = new Div();
    private final Live live = new Live();
    private transient RenewalView view;
    private String drawn = "";
    private @Nullable Registration polling;

    Pay(StepContext context, AskProvider provider, RefreshCode refresh, Clock clock) {
        super(context);
        this.provider = provider;
        this.refresh = refresh;
        this.clock = clock;
        this.view = context.view();
        add(live, body);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        if (!isPaid()) {
            ui.setPollInterval(FALLBACK_POLL);
            polling = ui.addPollListener(polled -> lookAgain());
        }
        addDetachListener(detached -> stopPolling(ui));
    }

    private void stopPolling(com.vaadin.flow.component.UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }

    private void lookAgain() {
        var now = look();
        if (!refresh(now)) {
            context.walked().accept(now);
        }
    }

    private RenewalView look() {
        return context.show().one(context.actor(), context.renewal());
    }

    private boolean isPaid() {
        return view.state() == RenewalState.PAID || view.state() == RenewalState.RENEWED;
    }

    /** Paid is shown here before anything else; the customer goes on by hand. */
    @Override
    protected boolean refresh(RenewalView changed) {
        view = changed;
        draw();
        return isPaid()
                || changed.state() == RenewalState.AWAITING_PAYMENT
                        && changed.step() == context.view().step();
    }

    private void draw() {
        var now = isPaid() + "/" + view.state() + "/"
                + (view.payment() == null
                        ? ""
                        : view.payment().id() + ":" + view.payment().state() + ":"
                                + view.payment().code());
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        body.removeAll();
        var order = Objects.requireNonNull(view.order(), "no order to pay");
        if (isPaid()) {
            getUI().ifPresent(this::stopPolling);
            live.say(getTranslation("pay.done.title"));
            body.add(paid(order));
        } else {
            body.add(open(order));
        }
    }

    private Component paid(Order order) {
        var mark = new Span("✓");
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var title = new H2(getTranslation("pay.done.title"));
        title.setId("paid");
        var next = new Anchor("renewal/" + view.id() + "/update-key", getTranslation("pay.done.update"));
        next.addClassName("button-link");
        var result = new Div(mark, title, new Paragraph(getTranslation("pay.done.text")), next);
        result.addClassName("big-result");
        return new Card(
                getTranslation("step.pay"),
                result,
                new Facts()
                        .fact(getTranslation("order.number"), new Copyable(order.number()))
                        .fact(getTranslation("order.amount"), Format.money(order.fen()))
                        .fact(getTranslation("order.paid"), Format.dateTime(order.paid())));
    }

    private Component open(Order order) {
        var amount = new Div(Format.money(order.fen()));
        amount.addClassName("pay-amount");
        var facts = new Facts()
                .fact(getTranslation("order.number"), new Copyable(order.number()))
                .fact(
                        getTranslation("order.item"),
                        getTranslation(
                                "order.item.count", Format.number(order.items().size())))
                .fact(getTranslation("order.pay-until"), new Countdown(order.payUntil(), clock.instant()));
        var cancel = new Button(
                getTranslation("renewal.cancel.order"),
                clicked -> org.yanqi.forms.component.Ask.danger(this, "renewal.cancel.ask", this::cancel));
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var left =
                new Card(getTranslation("pay.title"), amount, facts, new Paragraph(getTranslation("pay.hint")), cancel);
        var layout = new Div(left, code(order));
        layout.addClassName("pay");
        return layout;
    }

    private Card code(Order order) {
        var payment = view.payment();
        var chosen = payment != null
                ? payment.channel()
                : Objects.requireNonNullElse(view.draft().channel(), Channel.WECHAT);
        var tabs = new Tabs();
        for (var channel : Channel.values()) {
            var tab = new Tab(getTranslation("channel." + channel));
            tab.setId("channel-" + channel);
            tabs.add(tab);
            if (channel == chosen) {
                tabs.setSelectedTab(tab);
            }
        }
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                walked(context.walk()
                        .changePaymentMethod(
                                context.actor(), context.renewal(), Channel.values()[tabs.getSelectedIndex()]));
            }
        });
        var inner = new Div(tabs, picture(order, payment, chosen));
        inner.addClassName("pay-code");
        if (payment != null && payment.state() == PaymentState.OPEN) {
            inner.add(new Paragraph(getTranslation("pay.scan." + chosen)), buttons(payment));
        }
        return new Card(getTranslation("pay.method"), inner);
    }

    private Component picture(Order order, @Nullable Payment payment, Channel channel) {
        var box = new Div();
        box.addClassName("qr-box");
        if (payment == null || payment.code() == null || payment.state() != PaymentState.OPEN) {
            var wait = new ProgressBar();
            wait.setIndeterminate(true);
            box.add(new Div(new Paragraph(getTranslation("pay.preparing")), wait));
        } else {
            box.add(new QrCode(
                    payment.code(),
                    getTranslation("pay.qr", getTranslation("channel." + channel), Format.money(order.fen()))));
        }
        return box;
    }

    private Div buttons(Payment payment) {
        var again = new Button(getTranslation("pay.refresh"), clicked -> {
            if (refresh.refresh(context.actor(), payment.id()) instanceof Outcome.Refused<Payment> refused) {
                Toast.bad(Refusals.text(this, refused));
            } else {
                refresh(look());
                Toast.good(getTranslation("pay.refreshed"));
            }
        });
        again.setId("refresh-code");
        var done = new Button(getTranslation("pay.i-paid"), clicked -> ask(payment));
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        done.setId("i-paid");
        var row = new Div(again, done);
        row.addClassName("row");
        return row;
    }

    private void ask(Payment payment) {
        var standing = provider.ask(context.actor(), payment.id());
        refresh(look());
        if (!isPaid()) {
            Toast.bad(getTranslation("pay.standing." + standing));
        }
    }
}

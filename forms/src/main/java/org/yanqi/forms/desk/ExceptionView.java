package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.PaymentExceptions;
import org.yanqi.process.renewal.Cases;
import org.yanqi.process.worklist.SearchWorkItems;

/** A payment exception by itself: evidence, decision, and the way to whatever is to be done about it now. */
@Route(value = "desk/exception/:exception", layout = MainLayout.class)
@RolesAllowed({"FINANCE", "SUPERVISOR", "CUSTOMER_SERVICE", "AUDITOR"})
public class ExceptionView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final List<String> WORK =
            List.of("decide-exception", "approve-refund", "approve-transfer", "approve-dismissal", "record-transfer");

    private final transient CurrentActor current;
    private final transient PaymentExceptions exceptions;
    private final transient Cases cases;
    private final transient SearchWorkItems items;
    private final Div body = new Div();

    public ExceptionView(CurrentActor current, PaymentExceptions exceptions, Cases cases, SearchWorkItems items) {
        super("exception.page");
        this.current = current;
        this.exceptions = exceptions;
        this.cases = cases;
        this.items = items;
        body.addClassName("stack");
        add(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = DeskWords.id(event.getRouteParameters().get("exception").orElse(""));
        var actor = current.actor();
        var exception = exceptions.one(actor, id);
        heading(getTranslation("exception.title", getTranslation("exception-kind." + exception.kind())));
        actions().removeAll();
        WORK.forEach(kind -> items.open(kind, id.toString()).ifPresent(item -> {
            var link = new Anchor("desk/item/" + item.id(), getTranslation("work." + kind));
            link.addClassName("button-link");
            link.setId("work-" + kind);
            actions().add(link);
        }));
        var caseId = exception.caseId();
        var theCase = caseId == null ? null : cases.one(actor, caseId);
        body.removeAll();
        var card = new Card(getTranslation("exception.evidence"), new MoneyFacts(exception, theCase))
                .aside(DeskWords.badge(this, exception.state()));
        body.add(card, new Card(getTranslation("exception.decision"), decision(exception)));
        if (caseId != null) {
            actions().add(new Anchor("desk/case/" + caseId + "/money", getTranslation("item.open-case")));
        }
    }

    private Facts decision(PaymentException exception) {
        var decision = exception.decision();
        return new Facts()
                .fact(
                        getTranslation("desk.decision"),
                        decision == null ? Format.EMPTY : getTranslation("outcome." + decision))
                .fact(getTranslation("exception.decided-by"), Format.text(exception.decidedBy()))
                .fact(getTranslation("desk.reason"), Format.text(exception.reason()))
                .fact(getTranslation("refund.number"), Format.text(exception.refundNumber()));
    }
}

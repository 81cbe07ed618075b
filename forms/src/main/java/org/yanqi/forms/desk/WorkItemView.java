package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Broadcaster;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.CaseView;
import org.yanqi.process.renewal.Cases;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;

/** One work item: what it is about beside the form that does it. */
@Route(value = "desk/item/:item", layout = MainLayout.class)
@RolesAllowed({"CUSTOMER_SERVICE", "FINANCE", "SUPERVISOR", "AUDITOR"})
@Uses(ApproveDecision.class)
@Uses(ApproveOrderRefund.class)
@Uses(ApproveRevocation.class)
@Uses(ChaseCase.class)
@Uses(ChaseInvoice.class)
@Uses(DecideException.class)
@Uses(DispatchInvoice.class)
@Uses(HandOverInvoice.class)
@Uses(HandleOpenBid.class)
@Uses(HandleRejection.class)
@Uses(IssuePaperInvoice.class)
@Uses(RecordRedLetter.class)
@Uses(RecordTransfer.class)
@Uses(RetryIncident.class)
@Uses(ReviewCertificate.class)
@Uses(SettleCorrection.class)
@Uses(SettleFailure.class)
public class WorkItemView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient SearchWorkItems search;
    private final transient Cases cases;
    private final transient WorkActions work;
    private final transient DueWords due;
    private final transient Map<String, StaffForm> forms;
    private final Div body = new Div();
    private @Nullable UUID id;
    private transient @Nullable Actor actor;
    private @Nullable WorkItem drawn;

    public WorkItemView(
            CurrentActor current,
            SearchWorkItems search,
            Cases cases,
            WorkActions work,
            DueWords due,
            List<StaffForm> forms,
            Broadcaster broadcaster) {
        super("item.title");
        this.current = current;
        this.search = search;
        this.cases = cases;
        this.work = work;
        this.due = due;
        this.forms = forms.stream().collect(Collectors.toMap(StaffForm::formKey, Function.identity()));
        body.addClassName("cols");
        add(body);
        broadcaster.whileShown(this, Set::of, this::look);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = DeskWords.id(event.getRouteParameters().get("item").orElse(""));
        // kept, because news comes in a thread that nobody has signed in to
        actor = current.actor();
        draw();
    }

    /** Draws again when somebody else moved the item; what is being typed is not wiped by other news of the case. */
    private void look() {
        if (id == null || actor == null) {
            return;
        }
        var now = search.one(actor, id);
        var before = drawn;
        if (before != null && (now.state() != before.state() || !Objects.equals(now.assignee(), before.assignee()))) {
            draw();
        }
    }

    private void draw() {
        if (id != null && actor != null) {
            draw(actor, search.one(actor, id));
        }
    }

    private void draw(Actor actor, WorkItem item) {
        drawn = item;
        var caseId = item.caseId();
        var theCase = caseId == null ? null : cases.one(actor, caseId);
        heading(getTranslation("work." + item.kind()));
        body.removeAll();
        actions().removeAll();
        buttons(actor, item);
        var card = new Card(getTranslation("item.form"), form(actor, item, theCase));
        body.add(card, ItemSide.of(this, item, theCase, due.of(item, getLocale())));
    }

    private Component form(Actor actor, WorkItem item, @Nullable CaseView theCase) {
        if (!WorkActions.isUnfinished(item)) {
            return new Callout(
                    Tone.NEUTRAL,
                    getTranslation("item.ended." + item.state()),
                    getTranslation("item.ended.text", Format.dateTime(item.ended()), Format.text(item.endedBy())));
        }
        if (item.group().equals(Queues.CUSTOMER)) {
            var callout = new Callout(
                    Tone.NOTICE, getTranslation("item.customer.title"), getTranslation("item.customer.text"));
            if (theCase != null && HelpCustomer.mayHelp(actor, theCase)) {
                callout.add(new HelpCustomer(theCase));
            }
            return callout;
        }
        var supervisorRetries =
                item.kind().equals(WorkKinds.INCIDENT) && Queues.of(actor).contains(item.group());
        if (!Queues.worksIn(actor, item.group()) && !supervisorRetries) {
            return new Callout(
                    Tone.NOTICE,
                    getTranslation("item.foreign.title"),
                    getTranslation("item.foreign.text", getTranslation("group." + item.group())));
        }
        if (item.assignee() != null && !item.assignee().equals(actor.account())) {
            return new Callout(
                    Tone.NOTICE,
                    getTranslation("item.taken.title", Format.text(item.assigneeName())),
                    getTranslation("item.taken.text"));
        }
        var form = forms.get(item.formKey());
        return form == null
                ? new Callout(Tone.WARNING, "", getTranslation("item.no-form", item.formKey()))
                : form.open().apply(new ItemContext(actor, item, theCase, this::back, this::draw));
    }

    private void buttons(Actor actor, WorkItem item) {
        if (WorkActions.mayClaim(actor, item)) {
            add("claim", () -> {
                work.claim(this, actor, List.of(item));
                draw();
            });
        }
        if (WorkActions.mayRelease(actor, item)) {
            add(
                    "release",
                    () -> new ReasonDialog("desk.release", false, reason -> {
                                work.release(this, actor, List.of(item), reason);
                                draw();
                            })
                            .open());
        }
        if (WorkActions.mayMove(actor, item)) {
            add(
                    "transfer",
                    () -> new TransferDialog(List.of(item), work.colleagues(actor, List.of(item)), (to, reason) -> {
                                work.transfer(this, actor, List.of(item), to, reason);
                                draw();
                            })
                            .open());
        }
        add("back", this::back);
    }

    private void add(String what, Runnable step) {
        var button = new Button(getTranslation("desk." + what), clicked -> step.run());
        button.setId("item-" + what);
        actions().add(button);
    }

    /** To the queue; whoever only reads has none and came from a case. */
    private void back() {
        if (actor == null || Queues.of(actor).isEmpty()) {
            UI.getCurrent().navigate(CasesView.class);
        } else {
            UI.getCurrent().navigate(WorkbenchView.class);
        }
    }
}

package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.CaseView;
import org.yanqi.process.renewal.Cases;

/** What happened to a case, and notes on it. */
class CaseTimeline extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 1_000;

    CaseTimeline(Actor actor, CaseView theCase, Cases cases, Runnable redraw) {
        if (actor.is(Role.CUSTOMER_SERVICE, Role.FINANCE, Role.SUPERVISOR, Role.ADMINISTRATOR)) {
            var errors = new ErrorSummary();
            var text = new TextArea(getTranslation("case.note"));
            text.setId("note");
            text.setWidthFull();
            text.setMaxLength(LONGEST);
            errors.field("note", text);
            var keep = new Button(getTranslation("case.note.add"), clicked -> {
                if (text.getValue().isBlank()) {
                    errors.show(List.of(Refusal.at("note", "refusal.note-missing")));
                    return;
                }
                cases.note(actor, theCase.renewal().id(), text.getValue());
                Toast.good(getTranslation("case.note.added"));
                redraw.run();
            });
            keep.setId("add-note");
            var form = new Div(errors, text, keep);
            form.addClassName("stack");
            add(new Card(getTranslation("case.notes"), form));
        }
        add(new Card(getTranslation("case.part.timeline"), Timeline.all(theCase.timeline())));
    }
}

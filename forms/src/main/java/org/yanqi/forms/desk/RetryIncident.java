package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.worklist.ReopenIncident;

/** A step of the house itself ran out of attempts: what is stuck, and another try. */
class RetryIncident extends ItemForm {
    private static final long serialVersionUID = 1L;

    RetryIncident(ItemContext context, ReopenIncident reopen) {
        super(context);
        var title = context.item().title();
        var dot = title.lastIndexOf(" · ");
        var activity = dot < 0 ? title : title.substring(dot + 3);
        var meaning = DeskTexts.or(this, "activity." + activity, activity);
        add(
                errors,
                new Callout(
                        Tone.DANGER,
                        getTranslation("incident.title", meaning),
                        new Paragraph(getTranslation("incident.text")),
                        new UnorderedList(
                                new ListItem(getTranslation("incident.check.1")),
                                new ListItem(getTranslation("incident.check.2")))),
                buttons(submit("incident.retry", () -> finish(reopen.retry(context.actor(), context.id())))));
    }
}

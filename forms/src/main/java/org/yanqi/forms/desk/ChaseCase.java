package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Paragraph;
import org.yanqi.process.renewal.ChaseRenewal;

/** Customer service finds out why a paid case drags on. */
class ChaseCase extends ItemForm {
    private static final long serialVersionUID = 1L;

    ChaseCase(ItemContext context, ChaseRenewal chase) {
        super(context);
        var finding = reason("finding", "desk.finding");
        add(errors, new Paragraph(getTranslation("chase-case.how")));
        if (context.theCase() != null) {
            add(new ItemsTable(context.theCase(), null));
        }
        add(
                finding,
                buttons(submit(
                        "item.submit", () -> finish(chase.chased(context.actor(), context.id(), finding.getValue())))));
    }
}

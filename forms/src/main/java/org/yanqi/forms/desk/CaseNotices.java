package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Table;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.renewal.CaseView;

/** The messages that a case sent, and how far each came. */
class CaseNotices extends Div {
    private static final long serialVersionUID = 1L;

    CaseNotices(CaseView theCase) {
        if (theCase.notices().isEmpty()) {
            add(new EmptyState(VaadinIcon.ENVELOPE_O, getTranslation("notice.none")));
            return;
        }
        var table = new Table("notice.", "subject", "to", "queued", "sent", "#attempts", "state");
        for (var notice : theCase.notices()) {
            table.row(
                    Table.text(notice.subject()),
                    Table.text(Format.email(notice.to())),
                    Table.text(Format.dateTime(notice.queued())),
                    Table.text(Format.dateTime(notice.sent())),
                    Table.text(Format.number(notice.attempts())),
                    notice.sent() != null
                            ? new Badge(getTranslation("notice-state.sent"), Tone.GOOD)
                            : notice.refused() != null
                                    ? new Badge(getTranslation("notice-state.refused"), Tone.DANGER)
                                    : new Badge(getTranslation("notice-state.waiting"), Tone.WARNING));
        }
        add(new Card(getTranslation("case.part.notices"), table));
    }
}

package org.yanqi.forms.desk;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Table;
import org.yanqi.process.payment.ProviderAnswer;

/** What the payment providers answered when they were asked about a case's money, in their own words on demand. */
class CaseAnswers extends Div {
    private static final long serialVersionUID = 1L;

    CaseAnswers(List<ProviderAnswer> answers) {
        var table = new Table("answer.", "at", "number", "verb", "state", "#amount", "words");
        for (var answer : answers) {
            table.row(
                    Table.text(Format.dateTime(answer.at())),
                    new Copyable(answer.number()),
                    Table.text(getTranslation("answer-verb." + answer.verb())),
                    Table.text(getTranslation("answer-state." + answer.state())),
                    Table.text(answer.fen() == 0 ? Format.EMPTY : Format.money(answer.fen())),
                    words(answer));
        }
        add(new Card(getTranslation("answer.title"), table));
    }

    private Details words(ProviderAnswer answer) {
        var text = new Pre(answer.evidence().isBlank() ? Format.EMPTY : answer.evidence());
        text.addClassNames("mono", "raw");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("aria-label", getTranslation("evidence.raw"));
        return new Details(getTranslation("answer.show"), text);
    }
}

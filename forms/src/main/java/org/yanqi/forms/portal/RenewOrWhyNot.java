package org.yanqi.forms.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.yanqi.process.renewal.RenewableCertificates.Row;

/** A certificate's button: renew it, go on with its renewal, ask for a review, or the reason why nothing can be done now. */
class RenewOrWhyNot extends Div {
    private static final long serialVersionUID = 1L;

    RenewOrWhyNot(Row row, BeginRenewal begin, Consumer<String> navigate) {
        addClassName("row");
        var hindrance = row.hindrance();
        if (hindrance == null) {
            var renew = new Button(
                    getTranslation("certificates.renew"),
                    clicked -> begin.begin(List.of(row.certificate().id())));
            renew.setAriaLabel(getTranslation("certificates.renew") + " "
                    + row.certificate().holderName());
            add(renew);
            return;
        }
        var renewal = row.renewal();
        if (renewal != null) {
            var resume =
                    new Button(getTranslation("certificates.resume"), clicked -> navigate.accept("renewal/" + renewal));
            resume.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add(resume);
            return;
        }
        var why = new Span(getTranslation("hindrance." + hindrance));
        why.addClassNames("muted", "small");
        add(why);
        if (hindrance.equals("lapsed")) {
            add(new Button(
                    getTranslation("review.ask"),
                    clicked -> begin.askReview(row.certificate().id())));
        }
    }
}

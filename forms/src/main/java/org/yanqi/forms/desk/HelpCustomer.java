package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Anchor;
import java.util.Set;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.CaseView;
import org.yanqi.process.renewal.RenewalState;

/** The way from the desk to the customer's own steps, for callers who want to be helped. */
class HelpCustomer extends Anchor {
    private static final long serialVersionUID = 1L;
    private static final Set<RenewalState> OPEN =
            Set.of(RenewalState.DRAFT, RenewalState.AWAITING_PAYMENT, RenewalState.PAID);

    HelpCustomer(CaseView theCase) {
        super("renewal/" + theCase.renewal().id(), "");
        setText(getTranslation("item.customer.help"));
        setId("help-customer");
        addClassNames("button-link", "quiet");
    }

    static boolean mayHelp(Actor actor, CaseView theCase) {
        return actor.is(Role.CUSTOMER_SERVICE)
                && OPEN.contains(theCase.renewal().state());
    }
}

package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Div;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.account.Unmask;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.payment.Payments;
import org.yanqi.process.payment.ProviderAnswers;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.CaseView;
import org.yanqi.process.renewal.Cases;
import org.yanqi.process.renewal.RefundOrder;
import org.yanqi.process.shipping.CoverSheet;
import org.yanqi.process.signal.Position;

/** Draws the parts of a case page, each from its own use cases. */
@Component
class CaseParts {
    private final Cases cases;
    private final Organisations organisations;
    private final Unmask unmask;
    private final Catalogue catalogue;
    private final Position position;
    private final Payments payments;
    private final ProviderAnswers answers;
    private final RefundOrder refunds;
    private final Invoices invoices;
    private final CoverSheet sheets;
    private final DueWords due;

    CaseParts(
            Cases cases,
            Organisations organisations,
            Unmask unmask,
            Catalogue catalogue,
            Position position,
            Payments payments,
            ProviderAnswers answers,
            RefundOrder refunds,
            Invoices invoices,
            CoverSheet sheets,
            DueWords due) {
        this.cases = cases;
        this.organisations = organisations;
        this.unmask = unmask;
        this.catalogue = catalogue;
        this.position = position;
        this.payments = payments;
        this.answers = answers;
        this.refunds = refunds;
        this.invoices = invoices;
        this.sheets = sheets;
        this.due = due;
    }

    /** @param redraw called when the part changed something that the page shows */
    Div draw(CasePart part, Actor actor, CaseView theCase, Runnable redraw) {
        return switch (part) {
            case OVERVIEW -> new CaseOverview(actor, theCase, organisations, unmask, catalogue);
            case TIMELINE -> new CaseTimeline(actor, theCase, cases, redraw);
            case PROCESS -> new CaseDiagrams(theCase, position);
            case MONEY -> new CaseMoney(actor, theCase, payments, answers, refunds, redraw);
            case INVOICE -> new CaseInvoice(actor, theCase, invoices, sheets, redraw);
            case NOTICES -> new CaseNotices(theCase);
            case WORK -> new CaseWork(theCase, due);
        };
    }
}

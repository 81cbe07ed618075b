package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Table;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.certificate.KeyRecoveries;
import org.yanqi.process.certificate.KeyRecovery;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/**
 * Recovery of a certificate's encryption key, on the page of the certificate: what was asked before, what came of it, and
 * for customer service the way to ask. A recovered key is downloaded as an envelope that only the holder's key opens.
 */
public class RecoverKey extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient KeyRecoveries recoveries;
    private final UUID certificate;

    /** @param certificate id of the pair */
    public RecoverKey(Actor actor, KeyRecoveries recoveries, UUID certificate) {
        this.actor = actor;
        this.recoveries = recoveries;
        this.certificate = certificate;
        setId("recover-key");
        draw();
    }

    private void draw() {
        removeAll();
        var card = new Card(getTranslation("recovery.title"), new Paragraph(getTranslation("recovery.lead")));
        var before = recoveries.ofCertificate(actor, certificate);
        if (!before.isEmpty()) {
            card.add(table(before));
        }
        if (actor.is(Role.CUSTOMER_SERVICE)) {
            var ask = new Button(getTranslation("recovery.ask"), clicked -> dialog().open());
            ask.setId("ask-recovery");
            card.aside(ask);
        }
        add(card);
    }

    private Table table(Iterable<KeyRecovery> before) {
        var table = new Table("recovery.", "asked", "asked-by", "reason", "state", "decided-by", "answer", "envelope");
        for (var recovery : before) {
            table.row(
                    Table.text(Format.dateTime(recovery.asked())),
                    Table.text(recovery.askedBy()),
                    Table.text(recovery.reason()),
                    DeskWords.badge(this, recovery.state()),
                    Table.text(recovery.decidedBy()),
                    Table.text(recovery.answer()),
                    envelope(recovery));
        }
        return table;
    }

    private Component envelope(KeyRecovery recovery) {
        if (recovery.state() != KeyRecovery.State.RECOVERED || !actor.is(Role.CUSTOMER_SERVICE, Role.SUPERVISOR)) {
            return new Span(Format.EMPTY);
        }
        var link = new Anchor(
                DownloadHandler.fromInputStream(request -> {
                    var bytes = recoveries.envelope(actor, recovery.id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            "encryption-key-" + recovery.id() + ".der",
                            "application/octet-stream",
                            bytes.length);
                }),
                getTranslation("recovery.download"));
        link.addClassNames("button-link", "quiet");
        link.setId("download-envelope");
        return link;
    }

    private ReasonDialog dialog() {
        return new ReasonDialog("recovery.dialog", (dialog, reason) -> {
            var outcome = recoveries.ask(actor, certificate, reason);
            if (outcome instanceof Outcome.Refused<?> refused) {
                dialog.refuse(refused.reasons());
            } else {
                dialog.close();
                Toast.good(getTranslation("recovery.sent"));
                draw();
            }
        });
    }
}

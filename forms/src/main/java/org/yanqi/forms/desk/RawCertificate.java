package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Texts;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.InspectCertificate;
import org.yanqi.process.certificate.KeyContents.Use;
import org.yanqi.process.record.Actor;

/** A certificate field by field and as a file, opened on a click, because each look goes on the record. */
class RawCertificate extends Card {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient InspectCertificate inspect;
    private final transient CertificatePair pair;
    private final Div shown = new Div();

    RawCertificate(Actor actor, CertificatePair pair, InspectCertificate inspect) {
        super(new Div().getTranslation("raw.title"));
        this.actor = actor;
        this.pair = pair;
        this.inspect = inspect;
        shown.setId("raw");
        var buttons = new Div();
        buttons.addClassName("row");
        for (var use : Use.values()) {
            if (use == Use.SIGNING || pair.encryption() != null) {
                var open = new Button(getTranslation("raw.open." + use), clicked -> show(use));
                open.setId("raw-" + use.name().toLowerCase(Locale.ROOT));
                buttons.add(open, file(use, true), file(use, false));
            }
        }
        add(new Paragraph(getTranslation("raw.text")), buttons, shown);
    }

    private void show(Use use) {
        var decoded = inspect.decode(actor, pair.id(), use);
        var facts = new Facts();
        facts.addClassName("raw-fields");
        for (var field : decoded.fields()) {
            var key = "raw.field." + field.name();
            var value = new Code(field.value());
            facts.fact(Texts.has(key, Texts.CHINESE) ? getTranslation(key) : field.name(), value);
        }
        var pem = new Pre(decoded.pem());
        pem.addClassName("pem");
        shown.removeAll();
        shown.add(facts, pem);
    }

    private Anchor file(Use use, boolean pem) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(request -> {
                    var file = inspect.take(actor, pair.id(), use, pem);
                    return new DownloadResponse(
                            new ByteArrayInputStream(file.content()),
                            file.name(),
                            file.mediaType(),
                            file.content().length);
                }),
                pem ? "PEM" : "DER");
        link.addClassNames("button-link", "quiet");
        link.getElement().setAttribute("aria-label", getTranslation("raw.download." + use) + (pem ? " PEM" : " DER"));
        return link;
    }
}

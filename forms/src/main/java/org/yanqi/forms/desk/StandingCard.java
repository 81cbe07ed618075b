package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Standing;

/** What the authority itself says of a certificate, asked on a click: it may be far away and slow. */
class StandingCard extends Card {
    private static final long serialVersionUID = 1L;

    private final Div answer = new Div();

    StandingCard(CertificatePair pair, CertificateAuthority authority) {
        super(new Div().getTranslation("standing.title"));
        var ask = new Button(getTranslation("standing.ask"), clicked -> ask(pair, authority));
        ask.setId("ask-standing");
        answer.setId("standing");
        answer.getElement().setAttribute("role", "status");
        add(new Paragraph(getTranslation("standing.text")), answer, ask);
    }

    private void ask(CertificatePair pair, CertificateAuthority authority) {
        answer.removeAll();
        try {
            answer.add(facts(authority.standing(pair.signing())));
        } catch (NoAnswer silent) {
            answer.add(new Callout(
                    Tone.WARNING, getTranslation("standing.silent.title"), getTranslation("standing.silent.text")));
        }
    }

    private Facts facts(Standing standing) {
        var tone = switch (standing.state()) {
            case GOOD -> Tone.GOOD;
            case REVOKED -> Tone.DANGER;
            case UNKNOWN -> Tone.WARNING;
        };
        var facts = new Facts()
                .fact(
                        getTranslation("standing.state"),
                        new Badge(getTranslation("standing.state." + standing.state()), tone))
                .fact(getTranslation("standing.as-of"), Format.dateTimeSeconds(standing.asOf()));
        if (standing.revoked() != null) {
            facts.fact(getTranslation("standing.revoked"), Format.dateTimeSeconds(standing.revoked()));
        }
        if (standing.reason() != null) {
            facts.fact(getTranslation("revocation.cause"), getTranslation("cause." + standing.reason()));
        }
        var list = standing.list();
        facts.fact(
                getTranslation("standing.crl"),
                list == null
                        ? getTranslation("standing.crl.none")
                        : list.number().toString());
        if (list != null) {
            facts.fact(getTranslation("standing.this-update"), Format.dateTimeSeconds(list.thisUpdate()))
                    .fact(getTranslation("standing.next-update"), Format.dateTimeSeconds(list.nextUpdate()));
        }
        return facts;
    }
}

package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import org.yanqi.forms.component.AgentAddress;
import org.yanqi.forms.component.AgentProgram;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.LifeLine;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.Table;
import org.yanqi.forms.component.Terms;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.KeyContents;
import org.yanqi.process.rekey.TestEncryption;

/** One certificate: what it says, what it may be used on and until when, the life of
 * its key, and what the key held when it was last read. */
@Route(value = "certificates", layout = MainLayout.class)
@RolesAllowed({"HOLDER", "ORGANISATION_ADMINISTRATOR"})
public class CertificateView extends Page implements HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient Certificates certificates;
    private final transient Terms terms;
    private final transient KeyContents contents;
    private final transient TestEncryption tests;
    private final transient AgentAddress agent;
    private final transient AgentProgram program;

    public CertificateView(
            CurrentActor current,
            Certificates certificates,
            Terms terms,
            KeyContents contents,
            TestEncryption tests,
            AgentAddress agent,
            AgentProgram program) {
        super("certificate.title");
        this.current = current;
        this.certificates = certificates;
        this.terms = terms;
        this.contents = contents;
        this.tests = tests;
        this.agent = agent;
        this.program = program;
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        var actor = current.actor();
        var pair = certificates.one(actor, Ids.of(parameter));
        heading(pair.holderName());
        lead(getTranslation("kind." + pair.kind()));
        add(facts(pair), platforms(pair), life(pair), key(pair));
        if (pair.holder().equals(actor.person()) && tests.isOffered(pair)) {
            add(new EncryptionTestCard(getTranslation("self-test.title"), actor, pair, tests, agent, program));
        }
    }

    private Card facts(CertificatePair pair) {
        return new Card(
                getTranslation("certificate.facts"),
                new Facts()
                        .fact(getTranslation("certificate.state"), Words.state(this, pair.state()))
                        .fact(getTranslation("certificate.vendor"), pair.vendor())
                        .fact(getTranslation("certificate.algorithm"), getTranslation("algorithm." + pair.algorithm()))
                        .fact(getTranslation("certificate.serial"), new Copyable(pair.serial()))
                        .fact(getTranslation("certificate.key"), new Copyable(pair.keySerial()))
                        .fact(getTranslation("certificate.from"), Format.day(pair.issued()))
                        .fact(getTranslation("certificate.until"), Format.date(pair.lastDay()))
                        .fact(getTranslation("certificate.issuer"), pair.issuer())
                        .fact(getTranslation("certificate.subject"), pair.subject()));
    }

    private Card platforms(CertificatePair pair) {
        return new Card(getTranslation("certificate.platforms"), terms.chart(pair.id(), this));
    }

    private Card life(CertificatePair shown) {
        return new Card(
                getTranslation("certificate.life"),
                new LifeLine(certificates.events(current.actor(), shown.id()), event -> {
                    var link = new RouterLink(
                            event.serial(),
                            CertificateView.class,
                            event.certificate().toString());
                    link.addClassNames("mono", "small");
                    return link;
                }));
    }

    /** What the key held when it was last read: the old encryption key is shown as what it is, a key to old files. */
    private Card key(CertificatePair pair) {
        var held = contents.of(current.actor(), pair.id());
        if (held.isEmpty()) {
            return new Card(getTranslation("key-contents.title"), new Paragraph(getTranslation("key-contents.never")));
        }
        var table = new Table("key-contents.", "use", "state", "serial", "until");
        for (var one : held) {
            table.row(
                    Table.text(getTranslation("key-contents.use." + one.use())),
                    new Badge(
                            getTranslation(one.old() ? "key-contents.old" : "key-contents.current"),
                            one.old() ? Tone.NEUTRAL : Tone.GOOD),
                    new Copyable(one.serial()),
                    Table.text(Format.day(one.expires())));
        }
        var card = new Card(
                getTranslation("key-contents.title"),
                new Paragraph(getTranslation(
                        "key-contents.seen", Format.dateTime(held.get(0).seen()))),
                table);
        if (held.stream().anyMatch(one -> one.old() && one.use() == KeyContents.Use.ENCRYPTION)) {
            card.add(new Callout(
                    Tone.NOTICE, getTranslation("key-contents.kept.title"), getTranslation("key-contents.kept.text")));
        }
        return card;
    }
}

package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import org.yanqi.forms.component.AgentAddress;
import org.yanqi.forms.component.AgentProgram;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.rekey.TestEncryption;

/** One certificate: what it says, what it may be used on, and the certificates before and after it on the same key. */
@Route(value = "certificates", layout = MainLayout.class)
@RolesAllowed({"HOLDER", "ORGANISATION_ADMINISTRATOR"})
public class CertificateView extends Page implements HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient Certificates certificates;
    private final transient Entitlements entitlements;
    private final transient Catalogue catalogue;
    private final transient TestEncryption tests;
    private final transient AgentAddress agent;
    private final transient AgentProgram program;

    public CertificateView(
            CurrentActor current,
            Certificates certificates,
            Entitlements entitlements,
            Catalogue catalogue,
            TestEncryption tests,
            AgentAddress agent, AgentProgram program) {
        super("certificate.title");
        this.current = current;
        this.certificates = certificates;
        this.entitlements = entitlements;
        this.catalogue = catalogue;
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
        add(facts(pair), platforms(pair), life(pair));
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
        var list = list();
        entitlements.of(pair.id()).forEach(entitlement -> {
            var name = new Span(catalogue.one(entitlement.platform()).name());
            name.addClassNames("list-title", "grow");
            var term = new Span(Format.range(entitlement.from(), entitlement.until()));
            list.add(new Div(name, term, new Span(entitlement.gift() ? getTranslation("platform.gift") : "")));
        });
        if (list.getChildren().findAny().isEmpty()) {
            list.add(new Div(new Span(getTranslation("platforms.none"))));
        }
        return new Card(getTranslation("certificate.platforms"), list);
    }

    private Card life(CertificatePair shown) {
        var list = list();
        certificates.life(current.actor(), shown.id()).forEach(pair -> {
            var serial = new RouterLink(
                    pair.serial(), CertificateView.class, pair.id().toString());
            serial.addClassNames("mono", "grow");
            var line = new Div(
                    serial,
                    new Span(Format.day(pair.issued()) + " ～ " + Format.date(pair.lastDay())),
                    Words.state(this, pair.state()));
            list.add(line);
        });
        return new Card(getTranslation("certificate.life"), list);
    }

    private static Div list() {
        var list = new Div();
        list.addClassName("list");
        return list;
    }
}

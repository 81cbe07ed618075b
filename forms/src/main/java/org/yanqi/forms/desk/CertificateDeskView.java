package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.yanqi.forms.component.Badge;
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
import org.yanqi.process.account.Organisations;
import org.yanqi.process.account.Unmask;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.InspectCertificate;
import org.yanqi.process.certificate.LifeEvent;
import org.yanqi.process.certificate.RevokeCertificate;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** One certificate as staff see it: whose it is, its life, the platforms, what the authority says, the raw fields, its revocation. */
@Route(value = "desk/certificate/:certificate", layout = MainLayout.class)
@RolesAllowed({"CUSTOMER_SERVICE", "SUPERVISOR", "AUDITOR"})
@Uses(RecoverKey.class)
public class CertificateDeskView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient Certificates certificates;
    private final transient InspectCertificate inspect;
    private final transient RevokeCertificate revocations;
    private final transient CertificateAuthority authority;
    private final transient Terms terms;
    private final transient Organisations organisations;
    private final transient Unmask unmask;
    private final transient ObjectProvider<CertificatePart> parts;
    private final Div body = new Div();

    public CertificateDeskView(
            CurrentActor current,
            Certificates certificates,
            InspectCertificate inspect,
            RevokeCertificate revocations,
            CertificateAuthority authority,
            Terms terms,
            Organisations organisations,
            Unmask unmask,
            ObjectProvider<CertificatePart> parts) {
        super("certificate.title");
        this.current = current;
        this.certificates = certificates;
        this.inspect = inspect;
        this.revocations = revocations;
        this.authority = authority;
        this.terms = terms;
        this.organisations = organisations;
        this.unmask = unmask;
        this.parts = parts;
        add(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw(DeskWords.id(event.getRouteParameters().get("certificate").orElse("")));
    }

    private void draw(UUID id) {
        var actor = current.actor();
        var pair = certificates.one(actor, id);
        heading(pair.holderName());
        actions().removeAll();
        if (actor.is(Role.CUSTOMER_SERVICE, Role.SUPERVISOR) && pair.state() == CertificateState.IN_FORCE) {
            var revoke = new Button(
                    getTranslation("revocation.ask"),
                    clicked -> AskRevocation.dialog(actor, id, revocations, () -> draw(id))
                            .open());
            revoke.addThemeVariants(ButtonVariant.LUMO_ERROR);
            revoke.setId("ask-revocation");
            actions().add(revoke);
        }
        var left = new Div(facts(actor, pair), life(actor, pair), platforms(actor, pair));
        left.add(new RawCertificate(actor, pair, inspect));
        var right = new Div(new StandingCard(pair, authority), asked(actor, id));
        parts.orderedStream().forEach(part -> right.add(part.draw(actor, id)));
        body.removeAll();
        body.addClassName("cols");
        body.add(left, right);
    }

    private Card facts(Actor actor, CertificatePair pair) {
        var organisation = organisations.one(pair.organisation());
        var holder = organisations.person(pair.holder());
        var mayUnmask = actor.is(Role.CUSTOMER_SERVICE, Role.SUPERVISOR);
        return new Card(
                getTranslation("certificate.facts"),
                new Facts()
                        .fact(getTranslation("certificate.state"), state(pair))
                        .fact(getTranslation("case.organisation"), organisation.name())
                        .fact(getTranslation("title.taxNumber"), new Copyable(organisation.taxNumber()))
                        .fact(getTranslation("certificate.kind"), getTranslation("kind." + pair.kind()))
                        .fact(
                                getTranslation("recipient.mobile"),
                                new Masked(
                                        Format.phone(holder.mobile()),
                                        mayUnmask,
                                        why -> unmask.mobile(actor, holder.id(), null, why)))
                        .fact(getTranslation("holder.email"), Format.email(holder.email()))
                        .fact(getTranslation("certificate.serial"), new Copyable(pair.serial()))
                        .fact(getTranslation("certificate.key"), new Copyable(pair.keySerial()))
                        .fact(getTranslation("certificate.algorithm"), getTranslation("algorithm." + pair.algorithm()))
                        .fact(getTranslation("certificate.vendor"), pair.vendor())
                        .fact(getTranslation("certificate.from"), Format.day(pair.issued()))
                        .fact(getTranslation("certificate.until"), Format.date(pair.lastDay())));
    }

    private Badge state(CertificatePair pair) {
        return new Badge(getTranslation("certificate-state." + pair.state()), DeskWords.tone(pair.state()));
    }

    private Card life(Actor actor, CertificatePair pair) {
        return new Card(
                getTranslation("certificate.life"),
                new LifeLine(certificates.events(actor, pair.id()), CertificateDeskView::link));
    }

    private static Component link(LifeEvent event) {
        var link = new Anchor("desk/certificate/" + event.certificate(), event.serial());
        link.addClassNames("mono", "small");
        return link;
    }

    private Card platforms(Actor actor, CertificatePair pair) {
        return new Card(getTranslation("certificate.platforms"), terms.chart(pair.id(), this));
    }

    private Card asked(Actor actor, UUID id) {
        var all = revocations.ofCertificate(actor, id);
        if (all.isEmpty()) {
            return new Card(getTranslation("revocation.title"), new Span(getTranslation("revocation.none")));
        }
        var table = new Table("revocation.", "state", "cause", "asked-by", "decided-by");
        for (var one : all) {
            table.row(
                    Table.text(getTranslation("revocation-state." + one.state())),
                    Table.text(getTranslation("cause." + one.cause()) + "：" + one.reason()),
                    Table.text(one.askedBy() + " " + Format.dateTime(one.asked())),
                    Table.text(one.decidedBy() == null ? "" : one.decidedBy() + " " + Format.dateTime(one.decided())));
        }
        return new Card(getTranslation("revocation.title"), table);
    }
}

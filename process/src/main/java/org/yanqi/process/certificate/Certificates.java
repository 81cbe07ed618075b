package org.yanqi.process.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.LifeEvent.What;
import org.yanqi.process.certificate.model.PairRow;
import org.yanqi.process.certificate.model.PairRows;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** Reads certificate pairs. */
@Service
@Transactional(readOnly = true)
public class Certificates {
    private final PairRows rows;

    Certificates(PairRows rows) {
        this.rows = rows;
    }

    /**
     * Those this actor may see, the first to expire first: an administrator the organisation's, a holder their own,
     * staff all. Pairs with a successor in force and pairs never confirmed are left out; {@link #life} shows them.
     */
    public List<CertificatePair> visibleTo(Actor actor) {
        var found = actor.isCustomer() ? ofCustomer(actor) : rows.current();
        return found.stream().map(PairRow::pair).toList();
    }

    /** @throws NotFound if there is none that this actor may see */
    public CertificatePair one(Actor actor, UUID id) {
        return rows.findById(id)
                .map(PairRow::pair)
                .filter(pair -> mayView(actor, pair))
                .orElseThrow(() -> new NotFound("certificate"));
    }

    /** By issuer as {@link ParsedCertificate} writes it and serial in any writing. */
    public Optional<CertificatePair> bySerial(String issuer, String serialHex) {
        return rows.findByIssuerAndSerial(issuer, ParsedCertificate.serial(serialHex))
                .map(PairRow::pair);
    }

    /** Certificates of one key, newest first. */
    public List<CertificatePair> life(Actor actor, UUID id) {
        var pair = one(actor, id);
        return rows.findByKeySerialAndOrganisationOrderByIssuedDesc(pair.keySerial(), pair.organisation()).stream()
                .map(PairRow::pair)
                .filter(other -> mayView(actor, other))
                .toList();
    }

    /** What happened to the certificates of this one's key, oldest first, and when the one in force expires. */
    public List<LifeEvent> events(Actor actor, UUID id) {
        var pair = one(actor, id);
        var events = new ArrayList<LifeEvent>();
        rows.findByKeySerialAndOrganisationOrderByIssuedDesc(pair.keySerial(), pair.organisation()).stream()
                .filter(row -> mayView(actor, row.pair()))
                .forEach(row -> events.addAll(events(row)));
        events.sort(Comparator.comparing(LifeEvent::at).thenComparing(LifeEvent::what));
        return events;
    }

    private static List<LifeEvent> events(PairRow row) {
        var events = new ArrayList<LifeEvent>();
        var pair = row.pair();
        var confirmed = row.confirmed();
        var ended = row.ended();
        events.add(event(What.ISSUED, pair.issued(), pair, null));
        if (row.predecessor() != null && confirmed != null) {
            events.add(event(What.RENEWED, confirmed, pair, null));
        }
        if (ended != null && pair.state() == CertificateState.SUPERSEDED) {
            events.add(event(What.SUPERSEDED, ended, pair, null));
        } else if (ended != null) {
            events.add(event(What.REVOKED, ended, pair, row.endReason()));
        }
        if (pair.state() == CertificateState.IN_FORCE && pair.successor() == null) {
            events.add(event(What.EXPIRES, pair.expires(), pair, null));
        }
        return events;
    }

    private static LifeEvent event(What what, Instant at, CertificatePair pair, @Nullable String reason) {
        return new LifeEvent(what, at, pair.id(), pair.serial(), reason);
    }

    private List<PairRow> ofCustomer(Actor actor) {
        var organisation = Objects.requireNonNull(actor.organisation(), "a customer acts for an organisation");
        if (actor.role() == Role.ORGANISATION_ADMINISTRATOR) {
            return rows.currentOf(organisation);
        }
        return rows.currentOf(organisation, Objects.requireNonNull(actor.person(), "a holder is a person"));
    }

    private static boolean mayView(Actor actor, CertificatePair pair) {
        if (!actor.isCustomer()) {
            return true;
        }
        return pair.organisation().equals(actor.organisation())
                && (actor.role() == Role.ORGANISATION_ADMINISTRATOR
                        || pair.holder().equals(actor.person()));
    }
}

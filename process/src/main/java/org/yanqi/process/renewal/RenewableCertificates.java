package org.yanqi.process.renewal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.model.ReviewRow;
import org.yanqi.process.renewal.model.ReviewRows;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.signal.Signals;

/** Lists the certificates an actor may renew, and why not where not (R3). */
@Service
public class RenewableCertificates {
    private static final int LONGEST_EXPLANATION = 2000;

    private final Certificates certificates;
    private final RenewalWindow window;
    private final Entitlements entitlements;
    private final Catalogue catalogue;
    private final ReviewRows reviews;
    private final Signals signals;
    private final AppendToRecord log;
    private final Clock clock;

    RenewableCertificates(
            Certificates certificates,
            RenewalWindow window,
            Entitlements entitlements,
            Catalogue catalogue,
            ReviewRows reviews,
            Signals signals,
            AppendToRecord log,
            Clock clock) {
        this.certificates = certificates;
        this.window = window;
        this.entitlements = entitlements;
        this.catalogue = catalogue;
        this.reviews = reviews;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    /**
     * One row.
     *
     * @param hindrance null if it can be renewed now; else a code: too-early, lapsed, in-renewal, revoked
     * @param renewal the case it is in already
     */
    public record Row(
            CertificatePair certificate,
            long daysLeft,
            List<Platform> platforms,
            @Nullable String hindrance,
            @Nullable UUID renewal) {}

    /** Those this actor may see, the first to expire first. */
    @Transactional(readOnly = true)
    public List<Row> of(Actor actor) {
        return certificates.visibleTo(actor).stream().map(this::row).toList();
    }

    /**
     * Those of one organisation that this actor may see.
     *
     * @throws NotFound if a customer asks for another organisation
     */
    @Transactional(readOnly = true)
    public List<Row> of(Actor actor, UUID organisation) {
        actor.requireOrganisation(organisation);
        return certificates.visibleTo(actor).stream()
                .filter(pair -> pair.organisation().equals(organisation))
                .map(this::row)
                .toList();
    }

    private Row row(CertificatePair pair) {
        var platforms = entitlements.bound(pair.id(), pair.lastDay()).stream()
                .map(catalogue::one)
                .toList();
        return new Row(
                pair,
                window.daysLeft(pair),
                platforms,
                window.hindrance(pair, null),
                window.heldBy(pair).orElse(null));
    }

    /** Asks customer service to review the documents of a certificate lapsed for longer than the window. */
    @Transactional
    public Outcome<UUID> askReview(Actor actor, UUID certificate, String explanation) {
        actor.require(Role.ORGANISATION_ADMINISTRATOR, Role.HOLDER, Role.CUSTOMER_SERVICE);
        var pair = certificates.one(actor, certificate);
        if (!"lapsed".equals(window.hindrance(pair, null))) {
            return Outcome.refused(Refusal.of("refusal.review-not-needed"));
        }
        if (explanation.isBlank() || explanation.length() > LONGEST_EXPLANATION) {
            return Outcome.refused(Refusal.at("explanation", "refusal.explanation-missing"));
        }
        if (reviews.existsByCertificateAndState(certificate, ReviewRow.State.ASKED)) {
            return Outcome.refused(Refusal.of("refusal.review-asked-already"));
        }
        var review = reviews.save(
                new ReviewRow(certificate, pair.organisation(), actor.account(), explanation.strip(), clock.instant()));
        log.append(actor, null, "certificate " + pair.serial(), "review-asked", Map.of("serial", pair.serial()));
        signals.start(Processes.LAPSED_REVIEW, review.id().toString(), Map.of());
        return Outcome.accepted(review.id());
    }
}

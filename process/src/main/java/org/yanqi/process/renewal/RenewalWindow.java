package org.yanqi.process.renewal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.platform.Term;
import org.yanqi.process.renewal.model.Claims;
import org.yanqi.process.renewal.model.ReviewRow;
import org.yanqi.process.renewal.model.ReviewRows;

/** Whether a certificate can be renewed now, and what stands in its way (R3). */
@Component
class RenewalWindow {
    private final RenewalSettings settings;
    private final Claims claims;
    private final ReviewRows reviews;
    private final Clock clock;

    RenewalWindow(RenewalSettings settings, Claims claims, ReviewRows reviews, Clock clock) {
        this.settings = settings;
        this.claims = claims;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** Days from today to the last day of validity, negative once lapsed. */
    long daysLeft(CertificatePair pair) {
        return ChronoUnit.DAYS.between(Term.dayOf(clock.instant()), pair.lastDay());
    }

    /** The other case that holds the certificate. */
    Optional<UUID> heldBy(CertificatePair pair) {
        return claims.holderOf(pair.id());
    }

    /**
     * What hinders.
     *
     * @param own the case that asks, which does not hinder itself
     * @return null, or a code: too-early, lapsed, in-renewal, revoked
     */
    @Nullable
    String hindrance(CertificatePair pair, @Nullable UUID own) {
        if (pair.state() != CertificateState.IN_FORCE || pair.successor() != null) {
            return "revoked";
        }
        if (heldBy(pair).filter(other -> !other.equals(own)).isPresent()) {
            return "in-renewal";
        }
        var left = daysLeft(pair);
        if (left > settings.daysBefore()) {
            return "too-early";
        }
        if (-left > settings.daysAfter() && !reviews.existsByCertificateAndState(pair.id(), ReviewRow.State.APPROVED)) {
            return "lapsed";
        }
        return null;
    }
}

package org.yanqi.process.renewal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.platform.PlanTerms;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.platform.PlatformChange;
import org.yanqi.process.platform.Term;
import org.yanqi.process.pricing.Price;
import org.yanqi.process.pricing.PriceRenewal;
import org.yanqi.process.record.Actor;

/** The running price and what happens to each platform, for the step that chooses them and for the confirmation. */
@Service
@Transactional(readOnly = true)
public class QuoteRenewal {
    private final RenewalAccess access;
    private final Certificates certificates;
    private final Organisations organisations;
    private final Entitlements entitlements;
    private final Catalogue catalogue;
    private final PlanTerms terms;
    private final PriceRenewal prices;
    private final Clock clock;

    QuoteRenewal(
            RenewalAccess access,
            Certificates certificates,
            Organisations organisations,
            Entitlements entitlements,
            Catalogue catalogue,
            PlanTerms terms,
            PriceRenewal prices,
            Clock clock) {
        this.access = access;
        this.certificates = certificates;
        this.organisations = organisations;
        this.entitlements = entitlements;
        this.catalogue = catalogue;
        this.terms = terms;
        this.prices = prices;
        this.clock = clock;
    }

    /** One certificate's part; dates suppose payment today. */
    public record Part(
            CertificatePair certificate,
            List<Platform> bound,
            List<Platform> chosen,
            List<PlatformChange> changes,
            Price price,
            Term term) {}

    /** The whole. */
    public record Quote(List<Part> parts, long totalFen) {}

    /**
     * Quotes the certificates of a renewal's draft.
     *
     * @param platforms chosen codes by certificate; a certificate without any costs nothing yet
     * @throws NotFound if the renewal, or a platform, is none that this actor may see
     */
    public Quote quote(Actor actor, UUID renewal, Map<UUID, Set<String>> platforms) {
        var row = access.seen(actor, renewal);
        var parts = new ArrayList<Part>();
        for (var id : row.draft().certificates()) {
            parts.add(part(certificates.one(actor, id), platforms.getOrDefault(id, Set.of())));
        }
        return new Quote(
                List.copyOf(parts),
                parts.stream().mapToLong(part -> part.price().totalFen()).sum());
    }

    private Part part(CertificatePair pair, Set<String> chosen) {
        var today = Term.dayOf(clock.instant());
        var bound = entitlements.bound(pair.id(), pair.lastDay());
        var region = organisations.one(pair.organisation()).region();
        return new Part(
                pair,
                platforms(bound),
                platforms(chosen),
                terms.plan(pair.lastDay(), today, bound, chosen),
                prices.of(pair.kind(), region, chosen, today),
                Term.after(pair.lastDay(), today));
    }

    private List<Platform> platforms(Collection<String> codes) {
        return codes.stream().map(catalogue::one).toList();
    }

    /** Platforms this certificate's package holds (R1), to be ticked beforehand with those bound today. */
    public Set<String> packageOf(Actor actor, UUID certificate) {
        var pair = certificates.one(actor, certificate);
        var region = organisations.one(pair.organisation()).region();
        return prices.packageOf(pair.kind(), region, Term.dayOf(clock.instant()));
    }
}

package org.yanqi.process.renewal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.model.RenewalRow;
import org.yanqi.process.renewal.model.RenewalRows;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.signal.Signals;

/** Opens a case for an organisation. */
@Service
public class StartRenewal {
    private final RenewalRows rows;
    private final Certificates certificates;
    private final Organisations organisations;
    private final Signals signals;
    private final AppendToRecord log;
    private final Clock clock;

    StartRenewal(
            RenewalRows rows,
            Certificates certificates,
            Organisations organisations,
            Signals signals,
            AppendToRecord log,
            Clock clock) {
        this.rows = rows;
        this.certificates = certificates;
        this.organisations = organisations;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Opens a draft.
     *
     * @param preselected may be empty, unless customer service opens the case on the organisation's behalf
     * @return the renewal's id
     */
    @Transactional
    public Outcome<UUID> start(Actor actor, List<UUID> preselected) {
        actor.require(Role.ORGANISATION_ADMINISTRATOR, Role.HOLDER, Role.CUSTOMER_SERVICE);
        var chosen = preselected.stream()
                .distinct()
                .map(id -> certificates.one(actor, id))
                .toList();
        var owner = owner(actor, chosen);
        if (owner == null) {
            return Outcome.refused(Refusal.at("certificates", "refusal.certificates-missing"));
        }
        if (!chosen.stream().allMatch(pair -> pair.organisation().equals(owner))) {
            return Outcome.refused(Refusal.at("certificates", "refusal.several-organisations"));
        }
        var draft = new Draft(chosen.stream().map(CertificatePair::id).toList(), Map.of(), false, Map.of(), null, null);
        var row = new RenewalRow(
                owner, actor.role() == Role.HOLDER ? actor.person() : null, draft, actor.account(), clock.instant());
        var organisation = organisations.one(owner);
        row.foundBy(List.of(organisation.name(), organisation.taxNumber()));
        rows.save(row);
        log.append(
                actor,
                row.id(),
                "renewal " + row.id(),
                "renewal-started",
                Map.of("certificates", Integer.toString(chosen.size())));
        signals.start(
                Processes.RENEWAL,
                row.id().toString(),
                Map.of("caseId", row.id().toString()));
        return Outcome.accepted(row.id());
    }

    private static @Nullable UUID owner(Actor actor, List<CertificatePair> chosen) {
        if (actor.isCustomer()) {
            return actor.organisation();
        }
        return chosen.isEmpty() ? null : chosen.get(0).organisation();
    }
}

package org.yanqi.process.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.platform.model.EntitlementRow;
import org.yanqi.process.platform.model.EntitlementRows;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Reads and writes terms of service. */
@Service
public class Entitlements {
    private final EntitlementRows rows;
    private final AppendToRecord log;
    private final Clock clock;

    Entitlements(EntitlementRows rows, AppendToRecord log, Clock clock) {
        this.rows = rows;
        this.log = log;
        this.clock = clock;
    }

    /** Terms of this certificate that have not ended today, those to come included. */
    @Transactional(readOnly = true)
    public List<Entitlement> of(UUID certificate) {
        return rows.from(certificate, Term.dayOf(clock.instant())).stream()
                .map(EntitlementRow::entitlement)
                .toList();
    }

    /** Every term of this certificate, those that are over too, platform by platform. */
    @Transactional(readOnly = true)
    public List<Entitlement> ever(UUID certificate) {
        return rows.findByCertificateOrderByPlatformAscStartsAsc(certificate).stream()
                .map(EntitlementRow::entitlement)
                .toList();
    }

    /**
     * Codes of the platforms a renewal keeps or drops: those served today, or for a lapsed certificate those that were
     * served on its last day.
     */
    @Transactional(readOnly = true)
    public Set<String> bound(UUID certificate, LocalDate lastDay) {
        var today = Term.dayOf(clock.instant());
        return rows.onDay(certificate, today.isAfter(lastDay) ? lastDay : today).stream()
                .map(row -> row.entitlement().platform())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Writes what a plan promises: the gift of an added platform and the paid term of kept and added ones (R2).
     *
     * @param onceKey the same key writes the same terms once
     * @return the terms, those written before included
     */
    @Transactional
    public List<Entitlement> activate(
            Actor actor, UUID caseId, String onceKey, UUID certificate, List<PlatformChange> changes) {
        actor.require(Role.SYSTEM);
        var written = new ArrayList<Entitlement>();
        for (var change : changes) {
            if (change.giftFrom() != null && change.from() != null) {
                var until = change.from().minusDays(1);
                written.add(write(onceKey, certificate, change.platform(), change.giftFrom(), until, true, caseId));
            }
            if (change.from() != null) {
                written.add(
                        write(onceKey, certificate, change.platform(), change.from(), change.until(), false, caseId));
            }
        }
        log.append(
                actor,
                caseId,
                "certificate " + certificate,
                "entitlements-activated",
                Map.of("platforms", codes(changes, false), "dropped", codes(changes, true)));
        return written;
    }

    /** Binds a platform outright; used by sample data and by staff. */
    @Transactional
    public Entitlement bind(Actor actor, UUID certificate, String platform, LocalDate from, LocalDate until) {
        actor.require(Role.SYSTEM, Role.CUSTOMER_SERVICE, Role.SUPERVISOR, Role.ADMINISTRATOR);
        var bound = write("bind:" + certificate + ":" + from, certificate, platform, from, until, false, null);
        log.append(
                actor,
                null,
                "certificate " + certificate,
                "platform-bound",
                Map.of("platform", platform, "from", from.toString(), "until", until.toString()));
        return bound;
    }

    /** Ends what was written under this key: the certificate's platforms are again what they were before (R14). */
    @Transactional
    public void withdraw(Actor actor, UUID caseId, String onceKey, UUID certificate) {
        actor.require(Role.SYSTEM);
        var ended = rows.withdraw(onceKey + ":%", clock.instant());
        log.append(
                actor,
                caseId,
                "certificate " + certificate,
                "entitlements-withdrawn",
                Map.of("terms", Integer.toString(ended)));
    }

    /** Hands the terms of a pair on to the pair that follows it on the key. */
    @Transactional
    public void handOn(UUID certificate, UUID successor) {
        rows.handOn(certificate, successor);
    }

    private Entitlement write(
            String onceKey,
            UUID certificate,
            String platform,
            LocalDate from,
            LocalDate until,
            boolean gift,
            @Nullable UUID caseId) {
        var key = onceKey + ":" + platform + (gift ? ":gift" : ":paid");
        var id = UUID.randomUUID();
        var written = rows.insertIfAbsent(id, certificate, platform, from, until, gift, caseId, key, clock.instant());
        return written > 0
                ? new Entitlement(id, certificate, platform, from, until, gift)
                : rows.findByOnceKey(key).entitlement();
    }

    private static String codes(List<PlatformChange> changes, boolean dropped) {
        return changes.stream()
                .filter(change -> dropped == (change.from() == null))
                .map(PlatformChange::platform)
                .collect(Collectors.joining(" "));
    }
}

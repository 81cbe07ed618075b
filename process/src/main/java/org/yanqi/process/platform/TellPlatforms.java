package org.yanqi.process.platform;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.platform.model.TellingRow;
import org.yanqi.process.platform.model.TellingRows;
import org.yanqi.process.platform.port.PlatformGateway.Update;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Remembers what each platform is to be told of a case and which ones have been told, so that a retry tells only the rest. */
@Service
public class TellPlatforms {
    private final TellingRows rows;
    private final AppendToRecord log;
    private final Clock clock;

    TellPlatforms(TellingRows rows, AppendToRecord log, Clock clock) {
        this.rows = rows;
        this.log = log;
        this.clock = clock;
    }

    /** Notes what is to be told, once by each update's key. */
    @Transactional
    public void prepare(Actor actor, UUID caseId, List<Update> updates) {
        actor.require(Role.SYSTEM);
        updates.forEach(update -> rows.insertIfAbsent(
                update.key(),
                caseId,
                update.platform(),
                update.organisationTaxNumber(),
                update.certificateSerial(),
                update.holder(),
                update.from(),
                update.until()));
    }

    /** What was to be told under keys that begin so, and was not, is not told any more. */
    @Transactional
    public void drop(Actor actor, UUID caseId, String keys) {
        actor.require(Role.SYSTEM);
        rows.drop(caseId, keys + ":%");
    }

    /** What has not been told yet. */
    @Transactional(readOnly = true)
    public List<Update> untold(UUID caseId) {
        return rows.findByCaseIdAndToldIsNullOrderByOnceKey(caseId).stream()
                .map(TellingRow::update)
                .toList();
    }

    /** Notes what platforms accepted; a repeat changes nothing. */
    @Transactional
    public void told(Actor actor, UUID caseId, List<Update> updates) {
        actor.require(Role.SYSTEM);
        updates.forEach(update -> told(actor, caseId, update));
    }

    private void told(Actor actor, UUID caseId, Update update) {
        if (rows.markTold(update.key(), clock.instant()) == 1) {
            log.append(
                    actor,
                    caseId,
                    "platform " + update.platform(),
                    "platform-told",
                    Map.of(
                            "platform", update.platform(),
                            "serial", update.certificateSerial(),
                            "until", update.until().toString()));
        }
    }
}

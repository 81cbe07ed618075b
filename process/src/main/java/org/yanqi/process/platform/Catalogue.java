package org.yanqi.process.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.platform.model.PlatformRow;
import org.yanqi.process.platform.model.PlatformRows;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Reads and keeps the catalogue. */
@Service
public class Catalogue {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{2,16}");
    private static final Pattern REGION = Pattern.compile("[1-9][0-9]{5}");

    private final PlatformRows rows;
    private final AppendToRecord log;

    Catalogue(PlatformRows rows, AppendToRecord log) {
        this.rows = rows;
        this.log = log;
    }

    /** What customers may choose, in the catalogue's order. */
    @Transactional(readOnly = true)
    public List<Platform> offered() {
        return rows.findByOfferedTrueOrderByPlaceAscCodeAsc().stream()
                .map(PlatformRow::platform)
                .toList();
    }

    /** @throws NotFound if there is none with this code */
    @Transactional(readOnly = true)
    public Platform one(String code) {
        return rows.findById(code).map(PlatformRow::platform).orElseThrow(() -> new NotFound("platform " + code));
    }

    /** Every platform, those no longer offered too. */
    @Transactional(readOnly = true)
    public List<Platform> all(Actor administrator) {
        if (!administrator.isStaff()) {
            administrator.require(Role.SYSTEM);
        }
        return rows.findAllByOrderByPlaceAscCodeAsc().stream()
                .map(PlatformRow::platform)
                .toList();
    }

    /** Enters a platform or changes the one with this code; one that is not offered any more stays for those bound to it. */
    @Transactional
    public Outcome<Platform> keep(Actor administrator, Platform platform) {
        administrator.require(Role.ADMINISTRATOR);
        var refusals = check(platform);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        var known = rows.findById(platform.code());
        known.ifPresent(row -> row.write(platform));
        var row = known.orElseGet(() -> rows.save(new PlatformRow(platform, rows.count() + 1)));
        log.append(
                administrator,
                null,
                "platform " + platform.code(),
                known.isPresent() ? "platform-changed" : "platform-entered",
                Map.of("name", platform.name().strip(), "offered", Boolean.toString(platform.offered())));
        return Outcome.accepted(row.platform());
    }

    private static List<Refusal> check(Platform platform) {
        var found = new ArrayList<Refusal>();
        if (!CODE.matcher(platform.code()).matches()) {
            found.add(Refusal.at("code", "refusal.platform-code-malformed"));
        }
        if (platform.name().isBlank()) {
            found.add(Refusal.at("name", "refusal.name-missing"));
        }
        if (!REGION.matcher(platform.region()).matches()) {
            found.add(Refusal.at("region", "refusal.region-malformed"));
        }
        return found;
    }
}

package org.yanqi.process.platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.yanqi.process.platform.PlatformChange.Kind;

/** Plans what happens to each platform of a certificate by R2 and R3; a pure calculation, used before payment as a preview and at payment for real. */
@Component
public class PlanTerms {
    /** @return kept platforms, then added, then dropped, each by code */
    public List<PlatformChange> plan(LocalDate oldExpiry, LocalDate paid, Set<String> bound, Set<String> chosen) {
        var term = Term.after(oldExpiry, paid);
        // a gift needs a day of the old term to be given on
        var giftFrom = paid.isAfter(oldExpiry) ? null : paid;
        var kept = new ArrayList<PlatformChange>();
        var added = new ArrayList<PlatformChange>();
        for (var platform : new TreeSet<>(chosen)) {
            if (bound.contains(platform)) {
                kept.add(new PlatformChange(platform, Kind.KEPT, null, term.from(), term.until()));
            } else {
                added.add(new PlatformChange(platform, Kind.ADDED, giftFrom, term.from(), term.until()));
            }
        }
        var all = new ArrayList<PlatformChange>(kept);
        all.addAll(added);
        for (var platform : new TreeSet<>(bound)) {
            if (!chosen.contains(platform)) {
                all.add(new PlatformChange(platform, Kind.DROPPED, null, null, oldExpiry));
            }
        }
        return List.copyOf(all);
    }
}

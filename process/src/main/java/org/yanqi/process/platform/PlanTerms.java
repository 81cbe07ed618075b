package org.yanqi.process.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Plans what happens to each platform of a certificate by R2 and R3; a pure calculation, used before payment as a preview and at payment for real. */
@Component
public class PlanTerms {
    public List<PlatformChange> plan(LocalDate oldExpiry, LocalDate paid, Set<String> bound, Set<String> chosen) {
        throw new UnsupportedOperationException();
    }
}

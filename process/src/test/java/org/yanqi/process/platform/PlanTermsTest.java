package org.yanqi.process.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yanqi.process.platform.PlatformChange.Kind;

/** R2: what a renewal does to each platform. */
class PlanTermsTest {
    private static final LocalDate EXPIRY = LocalDate.of(2026, 12, 1);
    private static final LocalDate FROM = LocalDate.of(2026, 12, 2);
    private static final LocalDate UNTIL = LocalDate.of(2027, 12, 1);

    private final PlanTerms terms = new PlanTerms();

    @Test
    void keeps_adds_and_drops_together() {
        var paid = LocalDate.of(2026, 11, 22);

        assertThat(terms.plan(EXPIRY, paid, Set.of("A", "B"), Set.of("B", "C")))
                .containsExactly(
                        new PlatformChange("B", Kind.KEPT, null, FROM, UNTIL),
                        new PlatformChange("C", Kind.ADDED, paid, FROM, UNTIL),
                        new PlatformChange("A", Kind.DROPPED, null, null, EXPIRY));
    }

    @Test
    void an_added_platform_is_free_on_the_last_day_of_the_old_term() {
        assertThat(terms.plan(EXPIRY, EXPIRY, Set.of(), Set.of("C")))
                .containsExactly(new PlatformChange("C", Kind.ADDED, EXPIRY, FROM, UNTIL));
    }

    @Test
    void an_added_platform_of_a_lapsed_certificate_has_no_gift() {
        var paid = EXPIRY.plusDays(1);
        assertThat(terms.plan(EXPIRY, paid, Set.of("A"), Set.of("A", "C")))
                .containsExactly(
                        new PlatformChange("A", Kind.KEPT, null, paid, UNTIL),
                        new PlatformChange("C", Kind.ADDED, null, paid, UNTIL));
    }

    @Test
    void a_dropped_platform_of_a_lapsed_certificate_ended_with_it() {
        assertThat(terms.plan(EXPIRY, EXPIRY.plusDays(300), Set.of("A"), Set.of("C")))
                .last()
                .isEqualTo(new PlatformChange("A", Kind.DROPPED, null, null, EXPIRY));
    }
}

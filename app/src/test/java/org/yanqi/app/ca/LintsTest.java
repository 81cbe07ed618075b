package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each lint lets a good specimen pass and trips over the faults it is there for; none is without a fault. */
class LintsTest {
    static Stream<LintFaults.Fault> faults() {
        return LintFaults.all().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void trips_over(LintFaults.Fault fault) {
        assertThat(Lints.broken(fault.specimen())).contains(fault.rule());
    }

    @Test
    void good_specimens_break_no_rule() {
        for (Specimen good : LintFaults.good()) {
            assertThat(Lints.broken(good)).isEmpty();
        }
    }

    @Test
    void no_rule_is_without_a_fault_that_trips_it() {
        Set<String> tripped =
                LintFaults.all().stream().map(LintFaults.Fault::rule).collect(Collectors.toCollection(TreeSet::new));
        assertThat(Lints.ALL).extracting(Lint::name).doesNotHaveDuplicates();
        assertThat(tripped)
                .containsExactlyElementsOf(
                        new TreeSet<>(Lints.ALL.stream().map(Lint::name).toList()));
    }

    /** A fault of one part must not drag rules of other parts along, or nobody learns what is wrong. */
    @Test
    void most_faults_trip_one_rule_only() {
        List<LintFaults.Fault> precise = LintFaults.all().stream()
                .filter(fault -> Lints.broken(fault.specimen()).size() == 1)
                .toList();
        assertThat(precise.size() * 3).isGreaterThan(LintFaults.all().size() * 2);
    }
}

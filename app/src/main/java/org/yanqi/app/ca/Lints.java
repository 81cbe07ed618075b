package org.yanqi.app.ca;

import java.util.List;
import java.util.stream.Stream;

/** The rules a specimen must keep: RFC 5280 as far as it concerns holders' certificates, and the profile. */
final class Lints {
    static final List<Lint> ALL = Stream.of(BodyLints.ALL, SubjectLints.ALL, KeyLints.ALL, ExtensionLints.ALL)
            .flatMap(List::stream)
            .toList();

    private Lints() {}

    /** @return names of the rules that this specimen breaks */
    static List<String> broken(Specimen specimen) {
        return ALL.stream()
                .filter(lint -> !holds(lint, specimen))
                .map(Lint::name)
                .toList();
    }

    private static boolean holds(Lint lint, Specimen specimen) {
        try {
            return lint.holds().test(specimen);
        } catch (RuntimeException e) {
            // an extension that cannot even be parsed keeps no rule
            return false;
        }
    }
}

package org.yanqi.forms.desk;

import java.util.Arrays;
import java.util.Locale;
import org.yanqi.process.renewal.CaseView;

/** The parts of a case page. */
enum CasePart {
    OVERVIEW,
    TIMELINE,
    PROCESS,
    MONEY,
    INVOICE,
    NOTICES,
    WORK;

    /** As it stands in the address; an unknown word is the overview. */
    static CasePart of(String word) {
        return Arrays.stream(values())
                .filter(part -> part.word().equals(word))
                .findFirst()
                .orElse(OVERVIEW);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isRedrawn() {
        return this != PROCESS && this != TIMELINE;
    }

    /** What the tab counts, 0 for nothing to count. */
    int count(CaseView theCase) {
        return switch (this) {
            case MONEY -> theCase.exceptions().size() + theCase.refunds().size();
            case NOTICES -> theCase.notices().size();
            case WORK ->
                (int) theCase.workItems().stream()
                        .filter(WorkActions::isUnfinished)
                        .count();
            default -> 0;
        };
    }
}

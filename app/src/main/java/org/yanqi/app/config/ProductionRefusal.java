package org.yanqi.app.config;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A production start that lacks real configuration; says all that has to be set at once. */
public class ProductionRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    ProductionRefusal(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    /** Prints the sentences instead of a stack trace. */
    public static class Analyzer extends AbstractFailureAnalyzer<ProductionRefusal> {
        @Override
        protected FailureAnalysis analyze(Throwable root, ProductionRefusal refusal) {
            return new FailureAnalysis(
                    "Yanqi does not start in production without real configuration:\n  - "
                            + String.join("\n  - ", refusal.sentences),
                    "Set what is named above, or start the rehearsal: ./yanqi demo",
                    refusal);
        }
    }
}

package org.yanqi.process.pricing.engine;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.KeyKind;

/** Evaluates the decision {@code renewal-price} of price.dmn. */
@Component
public class PriceTable {
    /** More questions than a day has; the answers of days gone by are forgotten then. */
    private static final int MOST_KEPT = 1000;

    private final DecisionService decisions;
    private final Map<Question, Optional<Tariff>> answers = new ConcurrentHashMap<>();

    PriceTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * What one platform means for a certificate's price; prices in fen.
     *
     * @param inPackage it belongs to the package, which is paid once; else it costs the extra price
     */
    public record Tariff(boolean inPackage, long packageFen, long extraFen) {}

    private record Question(KeyKind kind, String platform, boolean sameCity, LocalDate day) {}

    /**
     * Asks the table. It is deployed with the product and stays as it is while the product runs, so each question is
     * evaluated once: evaluating took a quarter of a renewal's time.
     *
     * @param sameCity it is the public-resource platform of the city in which the organisation is registered
     * @return empty if the table has no tariff for this kind of key on that day
     */
    public Optional<Tariff> of(KeyKind kind, String platform, boolean sameCity, LocalDate day) {
        var question = new Question(kind, platform, sameCity, day);
        var known = answers.get(question);
        if (known != null) {
            return known;
        }
        if (answers.size() >= MOST_KEPT) {
            answers.clear();
        }
        var answer = evaluate(question);
        answers.put(question, answer);
        return answer;
    }

    private Optional<Tariff> evaluate(Question question) {
        var result = decisions.evaluateDecisionTableByKey(
                "renewal-price",
                Map.of(
                        "keyKind", question.kind().name(),
                        "platformCode", question.platform(),
                        "sameCity", question.sameCity(),
                        "day", question.day()));
        if (result.isEmpty()) {
            return Optional.empty();
        }
        var row = result.getSingleResult();
        return Optional.of(new Tariff(
                "package".equals(row.getEntry("place")),
                row.<Number>getEntry("packagePrice").longValue(),
                row.<Number>getEntry("extraPrice").longValue()));
    }
}

package org.yanqi.process.pricing.engine;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.KeyKind;

/** Evaluates the decision {@code renewal-price} of price.dmn. */
@Component
public class PriceTable {
    private final DecisionService decisions;

    PriceTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * What one platform means for a certificate's price; prices in fen.
     *
     * @param inPackage it belongs to the package, which is paid once; else it costs the extra price
     */
    public record Tariff(boolean inPackage, long packageFen, long extraFen) {}

    /**
     * Asks the table.
     *
     * @param sameCity it is the public-resource platform of the city in which the organisation is registered
     * @return empty if the table has no tariff for this kind of key on that day
     */
    public Optional<Tariff> of(KeyKind kind, String platform, boolean sameCity, LocalDate day) {
        var result = decisions.evaluateDecisionTableByKey(
                "renewal-price",
                Map.of("keyKind", kind.name(), "platformCode", platform, "sameCity", sameCity, "day", day));
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

package org.yanqi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.yanqi.bench.drive.Round;
import org.yanqi.bench.product.ProductSide;
import org.yanqi.bench.sql.BenchPostgres;
import org.yanqi.bench.sql.SqlFigures;

/**
 * A renewal costs no more statements and commits than {@code statements.properties} says, and a tenth. Renewals run one
 * after the other for the same companies each time. Pollers' looks are not counted (the meter tells them apart), and the
 * record is not sealed meanwhile, since how many entries share a seal depends on the time; so no figure depends on how fast
 * the machine is. Whoever saves statements lowers the figures; whoever needs more says why in the commit that raises them.
 */
class StatementsTest {
    private static final int RENEWALS = 5;
    private static final double MARGIN = 1.10;

    @Test
    void a_renewal_costs_no_more_statements_than_was_agreed() throws Exception {
        try (var postgres = BenchPostgres.start();
                var product =
                        new ProductSide(postgres.database("product"), Map.of("yanqi.record.seal-every", "PT1H"))) {
            product.prepare(2 + RENEWALS);
            Round.drive(product, 2, 1);
            SqlFigures figures = Round.drive(product, RENEWALS, 1).sql();
            Properties agreed = agreed();
            assertThat(figures.statements() / (double) RENEWALS)
                    .as("statements a renewal, of %s in %d renewals", figures, RENEWALS)
                    .isLessThanOrEqualTo(Double.parseDouble(agreed.getProperty("statements")) * MARGIN);
            assertThat(figures.commits() / (double) RENEWALS)
                    .as("commits a renewal, of %s in %d renewals", figures, RENEWALS)
                    .isLessThanOrEqualTo(Double.parseDouble(agreed.getProperty("commits")) * MARGIN);
        }
    }

    private static Properties agreed() throws IOException {
        var agreed = new Properties();
        try (var file = StatementsTest.class.getResourceAsStream("/statements.properties")) {
            agreed.load(file);
        }
        return agreed;
    }
}

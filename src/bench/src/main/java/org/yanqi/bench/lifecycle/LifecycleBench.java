package org.yanqi.bench.lifecycle;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yanqi.bench.Machine;
import org.yanqi.bench.bare.BareSide;
import org.yanqi.bench.drive.Round;
import org.yanqi.bench.drive.Side;
import org.yanqi.bench.product.ProductSide;
import org.yanqi.bench.sql.BenchPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Whole renewals a second: the product beside the same models on a bare engine, on one PostgreSQL, in turns, so that what
 * else the machine does meets both.
 */
@Command(
        name = "lifecycle",
        mixinStandardHelpOptions = true,
        description = "Whole renewals a second on PostgreSQL, beside a bare engine with the same models.")
public final class LifecycleBench implements Callable<Integer> {
    @Option(names = "--renewals", defaultValue = "200", description = "on each side, after the warm-up (200)")
    int renewals;

    @Option(
            names = "--warm-up",
            defaultValue = "300",
            description = "renewals before the clock starts, so that both sides run compiled code (300)")
    int warmUp;

    @Option(names = "--parallel", defaultValue = "8", description = "renewals driven at once (8)")
    int parallel;

    @Option(names = "--turns", defaultValue = "2", description = "turns into which each side's renewals are split (2)")
    int turns;

    @Option(names = "--statements", defaultValue = "0", description = "prints this many statements of each side")
    int statements;

    @Override
    public Integer call() throws Exception {
        try (var postgres = BenchPostgres.start();
                var product = new ProductSide(postgres.database("product"), Map.of());
                var bare = new BareSide(postgres.database("bare"), product.tuning())) {
            var report = new Report(Machine.describe(postgres.version()));
            for (Side side : new Side[] {product, bare}) {
                side.prepare(warmUp + renewals);
                Round.drive(side, warmUp, parallel);
                side.meter().forgetTexts();
            }
            @Nullable Round ofProduct = null;
            @Nullable Round ofBare = null;
            for (int turn = 0; turn < turns; turn++) {
                ofProduct = together(ofProduct, Round.drive(product, share(turn), parallel));
                ofBare = together(ofBare, Round.drive(bare, share(turn), parallel));
            }
            if (ofProduct == null || ofBare == null) {
                throw new IllegalArgumentException("--turns must be 1 or more");
            }
            report.side(product, ofProduct);
            report.side(bare, ofBare);
            report.ratio(ofProduct, ofBare);
            if (statements > 0) {
                report.shapes(product, statements, renewals);
                report.shapes(bare, statements, renewals);
            }
            System.out.println(report);
        }
        return 0;
    }

    private int share(int turn) {
        return renewals * (turn + 1) / turns - renewals * turn / turns;
    }

    private static Round together(@Nullable Round before, Round next) {
        return before == null ? next : before.and(next);
    }
}

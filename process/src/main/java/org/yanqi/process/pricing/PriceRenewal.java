package org.yanqi.process.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.pricing.engine.PriceTable;
import org.yanqi.process.pricing.engine.PriceTable.Tariff;

/** Asks the price table (R1). The bean has a name of its own, because the model's activity price-renewal claims that of the class. */
@Service("renewalPrices")
public class PriceRenewal {
    private final PriceTable table;
    private final Catalogue catalogue;

    PriceRenewal(PriceTable table, Catalogue catalogue) {
        this.table = table;
        this.catalogue = catalogue;
    }

    /**
     * The price of one certificate.
     *
     * @param region where the organisation is registered; decides its city platform
     * @throws IllegalStateException if the table has no tariff for that day
     */
    public Price of(KeyKind kind, String region, Set<String> platforms, LocalDate day) {
        var lines = new ArrayList<PriceLine>();
        var packageFen = 0L;
        for (var code : new TreeSet<>(platforms)) {
            var tariff = tariff(kind, region, catalogue.one(code), day);
            // the package is paid once if any platform is chosen at all
            packageFen = tariff.packageFen();
            lines.add(new PriceLine(code, tariff.inPackage(), tariff.inPackage() ? 0 : tariff.extraFen()));
        }
        var total = packageFen + lines.stream().mapToLong(PriceLine::fen).sum();
        return new Price(packageFen, lines, total);
    }

    /**
     * Codes of the platforms in the package; without one of its own city's the provincial platforms are the package (R1).
     */
    public Set<String> packageOf(KeyKind kind, String region, LocalDate day) {
        return catalogue.offered().stream()
                .filter(platform -> tariff(kind, region, platform, day).inPackage())
                .map(Platform::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Tariff tariff(KeyKind kind, String region, Platform platform, LocalDate day) {
        var sameCity =
                platform.isCityPublicResource() && city(platform.region()).equals(city(region));
        return table.of(kind, platform.code(), sameCity, day)
                .orElseThrow(() -> new IllegalStateException("no tariff for " + kind + " on " + day));
    }

    /** A registration may name a district; its first four digits are the city's (GB/T 2260). */
    private static String city(String region) {
        return region.length() < 4 ? region : region.substring(0, 4);
    }
}

package org.yanqi.app.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where every fen is that ever arrived, as health {@code money}: down if one is missing. Summed once a minute at most. */
@Component("moneyHealthIndicator")
class MoneyHealth implements HealthIndicator {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final Clock clock;
    private volatile @Nullable Known last;

    MoneyHealth(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Known(Health health, Instant at) {}

    @Override
    public Health health() {
        var known = last;
        var now = clock.instant();
        if (known == null || known.at().plus(FRESH).isBefore(now)) {
            known = new Known(sum(), now);
            last = known;
        }
        return known.health();
    }

    private Health sum() {
        Map<String, Object> sums = database.sql("""
                        select coalesce(sum(received), 0) as received, coalesce(sum(fulfilled), 0) as fulfilled,
                          coalesce(sum(refunded), 0) as refunded, coalesce(sum(transferred), 0) as transferred,
                          coalesce(sum(kept), 0) as kept, coalesce(sum(held), 0) as held,
                          coalesce(sum(abs(missing)), 0) as missing
                        from money_in_balance""").query().singleRow();
        var none = ((Number) sums.get("missing")).longValue() == 0;
        return (none ? Health.up() : Health.down()).withDetails(sums).build();
    }
}

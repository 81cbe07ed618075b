package org.yanqi.app.cmp;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Whether what an authority signed about a certificate still counts (RFC 6960 §3.2, RFC 5280 §5.1.2.5). */
record Fresh(Clock clock, Duration skew, Duration oldest) {

    /**
     * @param nextUpdate null if the authority always knows something newer; then what it said must be young
     * @throws IOException if it does not count yet, or no more
     */
    void require(Date thisUpdate, @Nullable Date nextUpdate) throws IOException {
        Instant now = clock.instant();
        if (thisUpdate.toInstant().isAfter(now.plus(skew))) {
            throw new IOException("said for the future: " + thisUpdate.toInstant());
        }
        Instant until = nextUpdate == null ? thisUpdate.toInstant().plus(oldest) : nextUpdate.toInstant();
        if (!now.isBefore(until.plus(skew))) {
            throw new IOException("out of date since " + until);
        }
    }
}

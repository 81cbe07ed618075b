package org.yanqi.process.rekey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one platform said when it was asked for bids that are encrypted to a certificate and not opened yet (R4).
 *
 * @param platform its code
 * @param project named by the platform if a bid is open
 */
public record PlatformAnswer(
        String platform,
        Said said,
        @Nullable String project,
        @Nullable Instant opensAt,
        Instant asked) {

    /** No answer is not a no. */
    public enum Said {
        NONE,
        OPEN,
        UNKNOWN
    }
}

package org.yanqi.process.platform.port;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.Port;

/** Asks a platform for bids that were encrypted with a certificate and are not opened yet (R4). */
@Port
public interface OpenBids {
    /** A bid that renewing would make undecryptable. */
    record OpenBid(
            String platform, String project, @Nullable Instant opensAt) {}

    /** Platforms that can be asked. */
    boolean answers(String platform);

    /** @throws PlatformGateway.Unreachable if the answer is unknown */
    List<OpenBid> ask(String platform, String organisationTaxNumber, String certificateSerial)
            throws PlatformGateway.Unreachable;
}

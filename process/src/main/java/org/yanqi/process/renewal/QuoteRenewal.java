package org.yanqi.process.renewal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.platform.PlatformChange;
import org.yanqi.process.platform.Term;
import org.yanqi.process.pricing.Price;
import org.yanqi.process.record.Actor;

/** The running price and what happens to each platform, for the step that chooses them and for the confirmation. */
@Service
public class QuoteRenewal {
    /** One certificate's part; dates suppose payment today. */
    public record Part(
            CertificatePair certificate,
            List<Platform> bound,
            List<Platform> chosen,
            List<PlatformChange> changes,
            Price price,
            Term term) {}

    /** The whole. */
    public record Quote(List<Part> parts, long totalFen) {}

    public Quote quote(Actor actor, UUID renewal, Map<UUID, Set<String>> platforms) {
        throw new UnsupportedOperationException();
    }

    /** Platforms this certificate's package holds (R1), to be ticked beforehand with those bound today. */
    public Set<String> packageOf(Actor actor, UUID certificate) {
        throw new UnsupportedOperationException();
    }
}

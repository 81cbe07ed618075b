package org.yanqi.process.pricing;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.yanqi.process.certificate.KeyKind;

/** Asks the price table (R1). */
@Service
public class PriceRenewal {
    /** @param region where the organisation is registered; decides its city platform */
    public Price of(KeyKind kind, String region, Set<String> platforms, LocalDate day) {
        throw new UnsupportedOperationException();
    }
}

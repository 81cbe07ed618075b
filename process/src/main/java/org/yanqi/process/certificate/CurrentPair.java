package org.yanqi.process.certificate;

import java.util.Optional;
import org.yanqi.process.certificate.model.PairRow;
import org.yanqi.process.certificate.model.PairRows;

/** Finds the pair in force that followed another one on the holder's key. */
final class CurrentPair {
    private CurrentPair() {}

    /** @return the pair itself if it is still in force; empty if the line of successors ends without one */
    static Optional<CertificatePair> of(PairRows rows, CertificatePair pair) {
        CertificatePair last = pair;
        while (last.successor() != null) {
            last = rows.findById(last.successor()).map(PairRow::pair).orElseThrow();
        }
        boolean opens = last.state() == CertificateState.IN_FORCE && last.algorithm() == Algorithm.SM2;
        return opens ? Optional.of(last) : Optional.empty();
    }
}

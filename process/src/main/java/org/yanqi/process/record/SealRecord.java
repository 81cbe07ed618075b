package org.yanqi.process.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.record.model.Chain;
import org.yanqi.process.record.model.ChainedEntry;
import org.yanqi.process.record.model.Head;
import org.yanqi.process.record.port.HeadSigner;

/** Chains entries that are not chained yet and signs the head; one sealer at a time. */
@Service
public class SealRecord {
    private static final int BATCH = 1000;

    private final Chain chain;
    private final HeadSigner signer;
    private final Clock clock;

    SealRecord(Chain chain, HeadSigner signer, Clock clock) {
        this.chain = chain;
        this.signer = signer;
        this.clock = clock;
    }

    /** @return how many entries were sealed; 0 also if another sealer is at work */
    @Transactional
    public int seal() {
        Optional<Head> head = chain.lockHead();
        if (head.isEmpty()) {
            return 0;
        }
        List<ChainedEntry> entries = chain.unsealed(BATCH);
        if (entries.isEmpty()) {
            return 0;
        }
        Head next = chain.link(head.get(), entries);
        String signature = Base64.getEncoder().encodeToString(signer.sign(next.signed()));
        Instant now = clock.instant();
        chain.keep(new Head(next.position(), next.hash(), signature), LocalDate.ofInstant(now, clock.getZone()), now);
        return entries.size();
    }
}

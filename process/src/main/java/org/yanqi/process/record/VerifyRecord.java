package org.yanqi.process.record;

import java.util.List;
import org.springframework.stereotype.Service;

/** Walks the chain and finds changed, removed and reordered entries, the tail included. */
@Service
public class VerifyRecord {
    /** What the walk found; no faults means the record is whole. */
    public record Verification(long entries, List<String> faults) {}

    public Verification verify() {
        throw new UnsupportedOperationException();
    }
}

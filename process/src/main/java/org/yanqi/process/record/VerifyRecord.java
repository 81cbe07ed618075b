package org.yanqi.process.record;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.record.model.Chain;
import org.yanqi.process.record.model.ChainedEntry;
import org.yanqi.process.record.model.Head;
import org.yanqi.process.record.port.HeadSigner;

/** Walks the chain and finds changed, removed and reordered entries, the tail included. */
@Service
public class VerifyRecord {
    private final Chain chain;
    private final HeadSigner signer;

    VerifyRecord(Chain chain, HeadSigner signer) {
        this.chain = chain;
        this.signer = signer;
    }

    /**
     * What the walk found; no faults means the record is whole.
     *
     * @param entries how many sealed entries were read
     * @param faults a word and the place in the chain it concerns: {@code changed 17} (its content or its place),
     *     {@code missing 18}, {@code tail-missing 19} (from there on), {@code added 20} (behind the signed head),
     *     {@code head-forged 19} (the head does not bear our signature)
     */
    public record Verification(long entries, List<String> faults) {
        public Verification {
            faults = List.copyOf(faults);
        }
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify() {
        Head head = chain.head();
        Walk walk = new Walk("0".repeat(64));
        chain.walk(walk::visit);
        walk.end(head);
        if (head.position() > 0 && !isGenuine(head)) {
            walk.faults.add("head-forged " + head.position());
        }
        return new Verification(walk.entries, walk.faults);
    }

    private boolean isGenuine(Head head) {
        return head.signature() != null
                && signer.isGenuine(head.signed(), Base64.getDecoder().decode(head.signature()));
    }

    private static final class Walk {
        private final List<String> faults = new ArrayList<>();
        private long entries;
        private long expected = 1;
        private String previous;

        Walk(String start) {
            previous = start;
        }

        void visit(ChainedEntry entry) {
            long position = entry.position() == null ? 0 : entry.position();
            String hash = entry.hash() == null ? "" : entry.hash();
            entries++;
            if (position != expected) {
                for (long gone = expected; gone < position && gone < expected + 100; gone++) {
                    faults.add("missing " + gone);
                }
            } else if (!entry.hashAt(position, previous).equals(hash)) {
                faults.add("changed " + position);
            }
            previous = hash;
            expected = position + 1;
        }

        void end(Head head) {
            if (expected <= head.position()) {
                faults.add("tail-missing " + expected);
            } else if (expected > head.position() + 1) {
                faults.add("added " + (head.position() + 1));
            } else if (!previous.equals(head.hash())) {
                faults.add("changed " + head.position());
            }
        }
    }
}

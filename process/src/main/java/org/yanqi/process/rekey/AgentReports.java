package org.yanqi.process.rekey;

import java.util.List;
import org.springframework.stereotype.Service;

/** What the key agent tells the server, each call proven by a ticket; repeatable. */
@Service
public class AgentReports {
    /** A key that the agent found. */
    public record FoundKey(String keySerial, String kind, int freeSlots, List<byte[]> signingCertificates) {}

    /** Verdict: match, other-company, other-key, none or several; with a sentence's code. */
    public record Verdict(String verdict, String code) {}

    public Verdict found(TicketClaims ticket, List<FoundKey> keys) {
        throw new UnsupportedOperationException();
    }

    public void stage(TicketClaims ticket, RekeyStage stage) {
        throw new UnsupportedOperationException();
    }

    public void failed(TicketClaims ticket, String code, String detail) {
        throw new UnsupportedOperationException();
    }
}

package org.yanqi.process.signal;

import java.util.Map;
import org.springframework.stereotype.Service;

/** Starts processes and hands them messages, in the caller's transaction. */
@Service
public class Signals {
    public void start(String process, String businessKey, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }

    public void startByMessage(String message, String businessKey, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }

    /** @return false if no instance with this business key waits for the message now */
    public boolean correlate(String message, String businessKey, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }
}

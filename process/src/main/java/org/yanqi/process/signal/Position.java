package org.yanqi.process.signal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where cases stand in their models, and the models themselves, for the diagram on screen. */
@Service
public class Position {
    /**
     * One process instance of a case.
     *
     * @param activities ids of the activities at which it stands now
     * @param done ids of the activities it went through
     * @param stuck true if a job or external task has no retries left
     */
    public record Standing(
            String process,
            String businessKey,
            Set<String> activities,
            Set<String> done,
            boolean ended,
            boolean stuck) {}

    public List<Standing> ofCase(UUID caseId) {
        throw new UnsupportedOperationException();
    }

    /** The BPMN XML of a model, for the diagram. */
    public String model(String process) {
        throw new UnsupportedOperationException();
    }

    /** The customer's steps in order, read from the property {@code step} of the models. */
    public List<String> steps() {
        throw new UnsupportedOperationException();
    }
}

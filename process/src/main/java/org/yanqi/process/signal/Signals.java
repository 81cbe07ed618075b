package org.yanqi.process.signal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.signal.model.CaseProcesses;

/**
 * Starts processes and hands them messages, in the caller's transaction. UUIDs among the variables become text, since
 * the engine knows no other ids. The variable {@code caseId} ties an instance to its case.
 */
@Service
@Transactional
public class Signals {
    private static final String CASE = "caseId";

    private final RuntimeService engine;
    private final CaseProcesses processes;

    Signals(@Lazy RuntimeService engine, CaseProcesses processes) {
        this.engine = engine;
        this.processes = processes;
    }

    public void start(String process, String businessKey, Map<String, Object> variables) {
        Map<String, Object> plain = withCase(process, businessKey, variables);
        keep(engine.startProcessInstanceByKey(process, businessKey, plain), process, businessKey, plain);
    }

    /** Starts the process whose start event waits for the message. */
    public void startByMessage(String message, String businessKey, Map<String, Object> variables) {
        String process = message.equals(Messages.LATE_PAYMENT_ACCEPTED) ? Processes.RENEWAL : "";
        Map<String, Object> plain = withCase(process, businessKey, variables);
        ProcessInstance instance = engine.startProcessInstanceByMessage(message, businessKey, plain);
        keep(instance, keyOf(instance), businessKey, plain);
    }

    /** @return false if no instance with this business key waits for the message now */
    public boolean correlate(String message, String businessKey, Map<String, Object> variables) {
        List<Execution> waiting = engine.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(businessKey)
                .list();
        Map<String, Object> plain = plain(variables);
        waiting.forEach(execution -> engine.messageEventReceived(message, execution.getId(), plain));
        return !waiting.isEmpty();
    }

    private void keep(ProcessInstance instance, String process, String businessKey, Map<String, Object> variables) {
        Object caseId = variables.get(CASE);
        processes.add(
                instance.getProcessInstanceId(),
                process,
                businessKey,
                caseId == null ? null : UUID.fromString(caseId.toString()));
    }

    private static String keyOf(ProcessInstance instance) {
        return instance.getProcessDefinitionId().replaceFirst(":.*", "");
    }

    private static Map<String, Object> withCase(String process, String businessKey, Map<String, Object> variables) {
        Map<String, Object> plain = plain(variables);
        if (process.equals(Processes.RENEWAL)) {
            plain.putIfAbsent(CASE, businessKey);
        }
        return plain;
    }

    private static Map<String, Object> plain(Map<String, Object> variables) {
        Map<String, Object> plain = new HashMap<>();
        variables.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof UUID id ? id.toString() : value;
    }
}

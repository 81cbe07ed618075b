package org.yanqi.process.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.signal.engine.StepReader;
import org.yanqi.process.signal.model.CaseProcesses;
import org.yanqi.process.signal.model.CaseProcesses.CaseProcess;

/** Where cases stand in their models, and the models themselves, for the diagram on screen. */
@Service
public class Position {
    /** The models whose steps a customer walks, in the order in which they come. */
    private static final List<String> WALK = List.of(Processes.RENEWAL, Processes.REKEY, Processes.INVOICING);

    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;
    private final CaseProcesses processes;
    private final Map<String, Map<String, String>> stepsOfModels = new ConcurrentHashMap<>();

    Position(
            @Lazy RuntimeService runtime,
            @Lazy HistoryService history,
            @Lazy RepositoryService repository,
            CaseProcesses processes) {
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
        this.processes = processes;
    }

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

    /** In the order in which the instances were started. */
    @Transactional(readOnly = true)
    public List<Standing> ofCase(UUID caseId) {
        return processes.ofCase(caseId).stream().map(this::standing).toList();
    }

    private Standing standing(CaseProcess process) {
        ActivityInstance tree = runtime.getActivityInstance(process.instance());
        Set<String> now = new LinkedHashSet<>();
        if (tree != null) {
            collect(tree, now);
        }
        Set<String> done = new LinkedHashSet<>();
        for (HistoricActivityInstance past : history.createHistoricActivityInstanceQuery()
                .processInstanceId(process.instance())
                .finished()
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()) {
            if (!past.isCanceled()) {
                done.add(past.getActivityId());
            }
        }
        boolean stuck = tree != null && isStuck(process.instance());
        return new Standing(process.process(), process.businessKey(), now, done, tree == null, stuck);
    }

    private boolean isStuck(String instance) {
        List<Incident> incidents =
                runtime.createIncidentQuery().processInstanceId(instance).list();
        return !incidents.isEmpty();
    }

    private static void collect(ActivityInstance tree, Set<String> into) {
        for (ActivityInstance child : tree.getChildActivityInstances()) {
            into.add(child.getActivityId());
            collect(child, into);
        }
        for (TransitionInstance waiting : tree.getChildTransitionInstances()) {
            into.add(waiting.getActivityId());
        }
    }

    /**
     * The BPMN XML of a model, for the diagram.
     *
     * @throws NotFound if there is no such process
     */
    public String model(String process) {
        try (InputStream model = repository.getProcessModel(latest(process).getId())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The customer's steps in order, read from the property {@code step} of the models. */
    public List<String> steps() {
        Stream<String> steps = WALK.stream().flatMap(process -> stepsOf(process).values().stream());
        return new ArrayList<>(new LinkedHashSet<>(steps.toList()));
    }

    /** The customer's step to which an activity belongs, if it belongs to one. */
    public Optional<String> stepOf(String process, String activity) {
        return Optional.ofNullable(stepsOf(process).get(activity));
    }

    private Map<String, String> stepsOf(String process) {
        return stepsOfModels.computeIfAbsent(
                latest(process).getId(), id -> StepReader.steps(repository.getBpmnModelInstance(id)));
    }

    private ProcessDefinition latest(String process) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new NotFound("process " + process);
        }
        return definition;
    }
}
